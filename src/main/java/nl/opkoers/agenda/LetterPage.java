package nl.opkoers.agenda;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;

/** What the letter for who employs me says, in my own language: so that I know what I hand over. */
@Path("/agenda/letter")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class LetterPage {

    private final Courses courses;
    private final Letters letters;
    private final PageLanguage pageLanguage;

    LetterPage(Courses courses, Letters letters, PageLanguage pageLanguage) {
        this.courses = courses;
        this.letters = letters;
        this.pageLanguage = pageLanguage;
    }

    @CheckedTemplate(basePath = "agenda")
    static class Templates {
        static native TemplateInstance letterPage(Letter letter, Language language);

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance about() {
        return courses.page((home, course) -> Templates.letterPage(letters.mine(course).orElse(null), pageLanguage.current()));
    }
}
