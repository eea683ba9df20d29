package nl.opkoers.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.OneRow;
import org.hibernate.StatelessSession;

/** Where a reader tells us about a mistake in a translation that no native speaker has checked yet. */
@Path("/translation")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class TranslationReports {

    /** As much as anybody types on a phone; more is somebody's mistake. */
    private static final int MOST_LETTERS = 2_000;

    private final SignedIn signedIn;
    private final KeptForms keptForms;
    private final PageLanguage pageLanguage;
    private final StatelessSession rows;
    private final Clock clock;

    TranslationReports(SignedIn signedIn, KeptForms keptForms, PageLanguage pageLanguage, StatelessSession rows, Clock clock) {
        this.signedIn = signedIn;
        this.keptForms = keptForms;
        this.pageLanguage = pageLanguage;
        this.rows = rows;
        this.clock = clock;
    }

    /** What is wrong with what was typed. */
    enum Mistake {
        NONE, EMPTY, LONG
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance translation(String id, String words, Mistake mistake, int most);

        static native TemplateInstance translationThanks();

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance form(@QueryParam(KeptForms.PARAMETER) String kept) {
        Map<String, String> late = keptForms.find(signedIn.participant(), kept);
        UUID form = Ids.of(late.get("id")).orElseGet(UUID::randomUUID);
        return Templates.translation(form.toString(), late.getOrDefault("words", ""), Mistake.NONE, MOST_LETTERS);
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response report(@FormParam("id") String id, @FormParam("words") String words) {
        String typed = Typed.text(words).strip();
        Mistake mistake = typed.isEmpty() ? Mistake.EMPTY : Typed.letters(typed) > MOST_LETTERS ? Mistake.LONG : Mistake.NONE;
        if (mistake != Mistake.NONE) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.translation(uuid(id).toString(), typed, mistake, MOST_LETTERS)).build();
        }
        keep(signedIn.participant(), uuid(id), typed);
        return Response.seeOther(URI.create("/translation/thanks")).build();
    }

    @GET
    @Path("/thanks")
    @Opens(For.PARTICIPANT)
    public TemplateInstance thanks() {
        return Templates.translationThanks();
    }

    private void keep(Session session, UUID form, String words) {
        TranslationReport.Key key = new TranslationReport.Key(session.municipality(), id(form, words));
        OneRow.write(() -> rows.upsert(
                TranslationReport.of(key, pageLanguage.current().tag(), words, clock.instant())));
    }

    /** Of the same form with the same words always the same: sent twice it is one report, and other words are another one. */
    private static UUID id(UUID form, String words) {
        return UUID.nameUUIDFromBytes((form + " " + words).getBytes(StandardCharsets.UTF_8));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException garbled) {
            throw new BadRequestException(garbled);
        }
    }
}
