package nl.opkoers.agenda;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.dossier.Home;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.law.LawBook;

/** The official exams of who is signed in: how far each is, and until when one can register. */
@Path("/agenda/exams")
@Blocking
class ExamsPage {

    private final Courses courses;
    private final LawBook law;

    ExamsPage(Courses courses, LawBook law) {
        this.courses = courses;
        this.law = law;
    }

    @CheckedTemplate(basePath = "agenda")
    static class Templates {
        static native TemplateInstance exams(Home home, Course course, ExamsOverview overview);

        private Templates() {
        }
    }

    @GET
    @RolesAllowed(Role.PARTICIPANT)
    @Opens(For.PARTICIPANT)
    public TemplateInstance exams() {
        return courses.page((home, course) -> Templates.exams(home, course, ExamsOverview.of(course, law)));
    }
}
