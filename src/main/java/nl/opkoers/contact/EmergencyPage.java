package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Municipalities;

/** Whom to call in an emergency: for anybody, as nobody is to sign in for it first. */
@Path("/emergency")
@PermitAll
@Blocking
class EmergencyPage {

    private final Municipalities municipalities;
    private final LawBook law;
    private final Clock clock;

    EmergencyPage(Municipalities municipalities, LawBook law, Clock clock) {
        this.municipalities = municipalities;
        this.law = law;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance emergency(Emergency emergency, EmergencyMessages inDutch);

        private Templates() {
        }
    }

    @GET
    @Opens(For.ANYBODY)
    public TemplateInstance emergency() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.AMSTERDAM);
        return Templates.emergency(Emergency.of(law, today, municipalities.here().known().orElse(null)),
                Texts.in(Language.NL, EmergencyMessages.class));
    }
}
