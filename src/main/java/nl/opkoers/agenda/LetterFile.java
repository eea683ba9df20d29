package nl.opkoers.agenda;

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
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.page.Paper;

/** The letter itself, in Dutch, to print or to send. Made when it is asked for and kept nowhere. */
@Path("/agenda/letter.pdf")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class LetterFile {

    private static final MediaType PDF = new MediaType("application", "pdf");

    private final Courses courses;
    private final Letters letters;

    LetterFile(Courses courses, Letters letters) {
        this.courses = courses;
        this.letters = letters;
    }

    @CheckedTemplate(basePath = "agenda")
    static class Templates {
        static native TemplateInstance letter(Letter letter, Language language);

        private Templates() {
        }
    }

    /**
     * The letter; where there is no agenda to write it from, the page that says so.
     *
     * @throws MunicipalityUnreachable when nothing is known because the municipality cannot be reached
     */
    @GET
    @Opens(For.PARTICIPANT)
    public Response print() {
        return letters.mine(courses.known()).map(LetterFile::document).orElseGet(() -> Response.seeOther(URI.create("/agenda/letter")).build());
    }

    private static Response document(Letter letter) {
        String page = Templates.letter(letter, Language.NL).setLocale(Language.NL.tag()).render();
        return Response.ok(Paper.print(page), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"brief.pdf\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.NL.tag()).build();
    }
}
