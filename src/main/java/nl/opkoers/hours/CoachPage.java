package nl.opkoers.hours;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.opkoers.contact.OpenQuestions;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;

/** Where who works for the municipality arrives: what waits for them. Whoever is no coach sees nobody. */
@Path("/coach")
@Blocking
class CoachPage {

    /** As many as stay one page; who comes after them waits less long. */
    private static final int MOST_SHOWN = 100;

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

    /**
     * For whom a coach is there now.
     *
     * @param unknown whether that cannot be said, because the municipality cannot be reached
     * @param staleOf of when it is, when the municipality cannot be reached now
     */
    record Mine(List<Caseload.Member> people, boolean unknown, Instant staleOf) {

        static Mine of(Seen<List<Caseload.Member>> seen) {
            return new Mine(seen.known().orElse(List.of()), seen instanceof Seen.Unavailable<?>, seen.staleOf());
        }
    }

    @CheckedTemplate(basePath = "hours")
    static class Templates {
        static native TemplateInstance coach(Session me, Mine mine, List<Queued> queue, int questions);

        static native TemplateInstance queue(Mine mine, List<Queued> queue, int more);

        static native TemplateInstance people(Mine mine, Map<String, Queued> waiting);

        private Templates() {
        }
    }

    @GET
    @RolesAllowed(Role.STAFF)
    public TemplateInstance arrive() {
        Mine mine = Mine.of(caseloads.mine());
        return Templates.coach(signedIn.session().orElseThrow(), mine, waiting(), questions.count(mine.people()));
    }

    /** Whose hours wait, who waits longest first. */
    @GET
    @Path("hours")
    @RolesAllowed(Role.COACH)
    public TemplateInstance queue() {
        List<Queued> all = waiting();
        List<Queued> shown = all.subList(0, Math.min(MOST_SHOWN, all.size()));
        return Templates.queue(Mine.of(caseloads.mine()), shown, all.size() - shown.size());
    }

    /** For whom I am there now. */
    @GET
    @Path("participants")
    @RolesAllowed(Role.COACH)
    public TemplateInstance people() {
        return Templates.people(Mine.of(caseloads.mine()), waiting().stream()
                .collect(Collectors.toMap(queued -> queued.member().participant(), Function.identity())));
    }

    private List<Queued> waiting() {
        return queue.of(caseloads.mine().known().orElse(List.of()));
    }
}
