package nl.opkoers.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.page.Paper;

/** My plan to bring along, in Dutch with my own language beneath. Made when it is asked for and kept nowhere. */
@Path("/plan.pdf")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class PlanFile {

    private static final MediaType PDF = new MediaType("application", "pdf");

    private final Courses courses;
    private final PageLanguage pageLanguage;

    PlanFile(Courses courses, PageLanguage pageLanguage) {
        this.courses = courses;
        this.pageLanguage = pageLanguage;
    }

    @CheckedTemplate(basePath = "dossier")
    static class Templates {
        static native TemplateInstance planPaper(PlanPaper paper, Course course, Language language, boolean both);

        private Templates() {
        }
    }

    /** @throws MunicipalityUnreachable when nothing is known because the municipality cannot be reached */
    @GET
    @Opens(For.PARTICIPANT)
    public Response print() {
        return courses.instead().map(page -> Response.ok(page).build()).orElseGet(() -> {
            Course course = courses.known();
            return course.getPlan() == null ? Response.seeOther(URI.create("/plan")).build()
                    : file(new PlanPaper(course, courses.mine().asOf()));
        });
    }

    private Response file(PlanPaper paper) {
        Language own = pageLanguage.current();
        String page = Templates.planPaper(paper, paper.course(), own, own != Language.NL).setLocale(own.tag()).render();
        return Response.ok(Paper.print(page), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plan.pdf\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.NL.tag()).build();
    }
}
