package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.contact.ContactPreference.Frequency;
import nl.opkoers.contact.ContactPreference.Way;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.served.ServedMunicipalities;

/** How I want to hear from the municipality. */
@Path(PreferencePage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class PreferencePage {

    static final String PATH = "/people/preference";

    private final ContactPreferences preferences;
    private final Courses courses;
    private final SignedIn signedIn;
    private final KeptForms keptForms;
    private final ServedMunicipalities served;

    PreferencePage(ContactPreferences preferences, Courses courses, SignedIn signedIn, KeptForms keptForms,
            ServedMunicipalities served) {
        this.preferences = preferences;
        this.courses = courses;
        this.signedIn = signedIn;
        this.keptForms = keptForms;
        this.served = served;
    }

    /**
     * What is chosen in the form.
     *
     * @param frequency {@code null} when nothing is chosen yet
     * @param way       {@code null} when any way will do
     * @param ways      what there is to choose from
     */
    record Chosen(Frequency frequency, Way way, List<Way> ways, boolean mistaken) {

        /** How often there is to choose from. */
        public List<Frequency> frequencies() {
            return List.of(Frequency.values());
        }
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance preference(Chosen form, ContactPreference now, boolean saved);

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance ask(@QueryParam("saved") String saved, @QueryParam(KeptForms.PARAMETER) String kept) {
        return courses.instead().orElseGet(() -> {
            Optional<ContactPreference> now = preferences.mine(key());
            Map<String, String> late = keptForms.find(signedIn.participant(), kept);
            Chosen form = late.isEmpty() ? new Chosen(now.map(ContactPreference::frequency).orElse(null),
                    now.map(ContactPreference::way).orElse(null), ways(), false) : chosen(late.get("frequency"), late.get("way"));
            return Templates.preference(form, now.orElse(null), saved != null && now.isPresent());
        });
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response keep(@FormParam("frequency") String frequency, @FormParam("way") String way) {
        Chosen form = chosen(frequency, way);
        if (form.frequency() == null) {
            Chosen wrong = new Chosen(null, form.way(), form.ways(), true);
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.preference(wrong, preferences.of(key()).orElse(null), false)).build();
        }
        preferences.keep(key(), form.frequency(), form.way());
        return Response.seeOther(URI.create(PATH + "?saved=yes")).build();
    }

    private Chosen chosen(String frequency, String way) {
        return new Chosen(Stream.of(Frequency.values()).filter(each -> each.name().equals(frequency)).findFirst().orElse(null),
                ways().stream().filter(each -> each.name().equals(way)).findFirst().orElse(null), ways(), false);
    }

    private List<Way> ways() {
        return Stream.of(Way.values()).filter(way -> way != Way.VIDEO || served.now().video()).toList();
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
