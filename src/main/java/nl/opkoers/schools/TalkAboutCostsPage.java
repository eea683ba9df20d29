package nl.opkoers.schools;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.contact.Expected;
import nl.opkoers.contact.HelpForm;
import nl.opkoers.contact.HelpRequest;
import nl.opkoers.contact.HelpRequests;
import nl.opkoers.contact.Helper;
import nl.opkoers.contact.Topic;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.page.Ids;
import nl.opkoers.schools.SavedCalculations.Saved;

/** Where I ask to talk about a calculation that I kept. The municipality hears what it is about, and no amount. */
@Path(SavedPage.PATH + "/{id}/talk")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class TalkAboutCostsPage {

    private final SavedCalculations saved;
    private final HelpRequests requests;
    private final Helper helper;
    private final KeptForms keptForms;
    private final SignedIn signedIn;
    private final PageLanguage pageLanguage;

    TalkAboutCostsPage(SavedCalculations saved, HelpRequests requests, Helper helper, KeptForms keptForms,
            SignedIn signedIn, PageLanguage pageLanguage) {
        this.saved = saved;
        this.requests = requests;
        this.helper = helper;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
        this.pageLanguage = pageLanguage;
    }

    /**
     * What there is to know before asking.
     *
     * @param many whether no more can be asked today
     */
    record About(Expected expected, boolean many) {

        public Topic topic() {
            return Topic.COSTS;
        }
    }

    @CheckedTemplate(basePath = "schools")
    static class Templates {
        static native TemplateInstance savedTalk(Saved saved, HelpForm form, About about);

        private Templates() {
        }
    }

    @GET
    @Opens(For.OWNER)
    public TemplateInstance talk(@PathParam("id") String id, @QueryParam(KeptForms.PARAMETER) String kept) {
        Saved calculation = find(id);
        Map<String, String> typed = keptForms.find(signedIn.participant(), kept);
        return page(calculation, typed.isEmpty() ? HelpForm.empty(pageLanguage.current()) : HelpForm.of(typed), false);
    }

    @POST
    @Opens(For.OWNER)
    public Response ask(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Saved calculation = find(id);
        HelpForm form = HelpForm.of(CostsPage.single(fields));
        if (form.isMistaken()) {
            return again(page(calculation, form, false));
        }
        Optional<String> asked = requests.ask(key(), form.asking(Topic.COSTS, attachment(calculation)));
        return asked.map(address -> Response.seeOther(URI.create(address)).build()).orElseGet(() -> again(page(calculation, form, true)));
    }

    private static Response again(TemplateInstance page) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private TemplateInstance page(Saved calculation, HelpForm form, boolean many) {
        return Templates.savedTalk(calculation, form, new About(helper.expected(), many));
    }

    /** Where it can be seen, and what came out of it when it was kept: of all that it costs, or of what was known. */
    private static HelpRequest.Attachment attachment(Saved calculation) {
        return new HelpRequest.Attachment(SavedPage.PATH + "/" + calculation.id(),
                Map.of("total", calculation.total().from() + "-" + calculation.total().to(),
                        "whole", calculation.missing().isEmpty() ? "yes" : "no"));
    }

    private Saved find(String id) {
        return Ids.of(id).flatMap(known -> saved.find(key(), known)).orElseThrow(NotFoundException::new);
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
