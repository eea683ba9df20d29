package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.dossier.Home;
import nl.opkoers.dossier.KnownAgenda;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.contract.Municipality;
import nl.opkoers.scope.AtOnce;

/** Who helps me: whom I can ask what, and how to reach them. */
@Path("/people")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class PeoplePage {

    private final Courses courses;
    private final KnownAgenda agendas;
    private final AtOnce atOnce;
    private final ContactPreferences preferences;
    private final Municipalities municipalities;
    private final Helper helper;
    private final SignedIn signedIn;
    private final LawBook law;
    private final Clock clock;

    PeoplePage(Courses courses, KnownAgenda agendas, AtOnce atOnce, ContactPreferences preferences,
            Municipalities municipalities, Helper helper, SignedIn signedIn, LawBook law, Clock clock) {
        this.courses = courses;
        this.agendas = agendas;
        this.atOnce = atOnce;
        this.preferences = preferences;
        this.municipalities = municipalities;
        this.helper = helper;
        this.signedIn = signedIn;
        this.law = law;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance people(Home home, Course course, PeopleAround around, Municipality town, ContactPreference preference,
                PeopleMessages inDutch);

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance people() {
        return courses.page((home, course) -> Templates.people(home, course,
                PeopleAround.of(course, agendas.mine(key(), atOnce).known().orElse(null), helper.noted().orElse(null), law, clock.instant()),
                municipalities.here().known().orElse(null), preferences.mine(key()).orElse(null), Texts.in(Language.NL, PeopleMessages.class)));
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
