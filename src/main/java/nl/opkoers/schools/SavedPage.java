package nl.opkoers.schools;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.page.Ids;
import nl.opkoers.schools.SavedCalculations.Saved;

/** The calculations that I kept. */
@Path(SavedPage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class SavedPage {

    static final String PATH = "/costs/saved";

    private final MyCases cases;
    private final Calculations calculations;
    private final SavedCalculations saved;
    private final KeptForms keptForms;
    private final SignedIn signedIn;

    SavedPage(MyCases cases, Calculations calculations, SavedCalculations saved, KeptForms keptForms, SignedIn signedIn) {
        this.cases = cases;
        this.calculations = calculations;
        this.saved = saved;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "schools")
    static class Templates {
        static native TemplateInstance saved(Saved saved, Calculation calculation, boolean justNow);

        private Templates() {
        }
    }

    /** Where the form of a session that had ended comes back to: the calculator, with what was in it. */
    @GET
    @Opens(For.PARTICIPANT)
    public Response late(@QueryParam(KeptForms.PARAMETER) String kept) {
        Map<String, String> typed = keptForms.typed(signedIn.participant(), kept);
        return typed.isEmpty() ? seeOther("/costs") : seeOther(CostForm.of(typed).getAddress());
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response save(@FormParam("id") String id, MultivaluedMap<String, String> fields) {
        CostForm form = CostForm.of(CostsPage.single(fields));
        UUID known = Ids.of(id).orElseThrow(BadRequestException::new);
        // What cannot be kept is said where it is in the address, so that it is there in another language too.
        if (!form.getMistakes().isEmpty()) {
            return seeOther(form.getAddress());
        }
        return saved.keep(key(), known, form, calculations.of(form).getOutcome())
                ? seeOther(PATH + "/" + known + "?saved=yes") : seeOther(CostsPage.full(form));
    }

    @GET
    @Path("{id}")
    @Opens(For.OWNER)
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("saved") String justNow) {
        return cases.instead().orElseGet(() -> {
            Saved kept = find(id);
            return Templates.saved(kept, calculations.of(kept.form()), justNow != null);
        });
    }

    @POST
    @Path("{id}/remove")
    @Opens(For.OWNER)
    public Response remove(@PathParam("id") String id) {
        Ids.of(id).filter(known -> saved.remove(key(), known)).orElseThrow(NotFoundException::new);
        return seeOther("/costs");
    }

    /** Where somebody comes back whose session had ended when they pressed the button. */
    @GET
    @Path("{id}/remove")
    @Opens(For.OWNER)
    public Response lateButton(@PathParam("id") String id) {
        return seeOther(PATH + "/" + find(id).id());
    }

    private Saved find(String id) {
        return Ids.of(id).flatMap(known -> saved.find(key(), known)).orElseThrow(NotFoundException::new);
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
