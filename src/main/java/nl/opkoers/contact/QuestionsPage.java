package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.Role;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;

/**
 * Where a coach reads what their people ask for, and what they sent along. Whether the coach may see this person is asked
 * at every request; who may not finds nothing, whether there is anything or not.
 */
@Path("/coach/questions")
@RolesAllowed(Role.COACH)
@Blocking
class QuestionsPage {

    /** As many as stay one page; what comes after them is promised later. */
    private static final int MOST_SHOWN = 50;

    private final Caseloads caseloads;
    private final OpenQuestions questions;
    private final KnownCourses courses;

    QuestionsPage(Caseloads caseloads, OpenQuestions questions, KnownCourses courses) {
        this.caseloads = caseloads;
        this.questions = questions;
        this.courses = courses;
    }

    /**
     * What the people of a coach ask for.
     *
     * @param more    how many there are after those
     * @param unknown whether it cannot be said who these people are, because the municipality cannot be reached
     * @param staleOf of when that is, when the municipality cannot be reached now
     */
    record Open(List<OpenQuestion> questions, int more, boolean unknown, Instant staleOf) {

        /** For how many days a question stands here. */
        public int days() {
            return (int) HelpRequests.SHOWN_FOR.toDays();
        }
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance questions(Open open);

        static native TemplateInstance question(OpenQuestion question, SentAlong sent);

        private Templates() {
        }
    }

    /** What my people ask for, the earliest promise first. */
    @GET
    public TemplateInstance all() {
        Seen<List<Caseload.Member>> mine = caseloads.mine();
        List<Caseload.Member> people = mine.known().orElse(List.of());
        List<OpenQuestion> shown = questions.of(people, MOST_SHOWN);
        int more = shown.size() < MOST_SHOWN ? 0 : questions.count(people) - shown.size();
        return Templates.questions(new Open(shown, more, mine instanceof Seen.Unavailable<?>, mine.staleOf()));
    }

    /** One question, with what was sent along. */
    @GET
    @Path("{participant}/{id}")
    public TemplateInstance one(@PathParam("participant") String participant, @PathParam("id") String id) {
        Caseload.Member member = caseloads.find(participant).orElseThrow(NotFoundException::new);
        OpenQuestion question = questions.find(member, uuid(id)).orElseThrow(NotFoundException::new);
        return Templates.question(question, SentAlong.of(question.attachment(), courses));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException garbled) {
            throw new NotFoundException(garbled);
        }
    }
}
