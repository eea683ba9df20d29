package nl.opkoers.coaching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.opkoers.contact.OpenQuestions;
import nl.opkoers.hours.JudgingQueue;
import nl.opkoers.hours.Queued;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;

/** Where who works for the municipality arrives: what waits for them. Whoever is no coach sees nobody. */
@Path("/coach")
@Blocking
class CoachPage {

    private final Caseloads caseloads;
    private final JudgingQueue queue;
    private final OpenQuestions questions;
    private final SignedIn signedIn;

    CoachPage(Caseloads caseloads, JudgingQueue queue, OpenQuestions questions, SignedIn signedIn) {
        this.caseloads = caseloads;
        this.queue = queue;
        this.questions = questions;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "coaching")
    static class Templates {
        static native TemplateInstance coach(Session me, Mine mine, List<Queued> queue, int questions);

        static native TemplateInstance people(Mine mine, Map<String, Queued> waiting);

        private Templates() {
        }
    }

    @GET
    @RolesAllowed(Role.STAFF)
    public TemplateInstance arrive() {
        Mine mine = Mine.of(caseloads.mine());
        return Templates.coach(signedIn.session().orElseThrow(), mine, queue.of(mine.people()), questions.count(mine.people()));
    }

    /** For whom I am there now. */
    @GET
    @Path("participants")
    @RolesAllowed(Role.COACH)
    public TemplateInstance people() {
        Mine mine = Mine.of(caseloads.mine());
        return Templates.people(mine, queue.of(mine.people()).stream()
                .collect(Collectors.toMap(queued -> queued.member().participant(), Function.identity())));
    }
}
