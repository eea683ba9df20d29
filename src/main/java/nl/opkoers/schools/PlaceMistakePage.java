package nl.opkoers.schools;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;

/** This is not right: where somebody says so of a place to practise, as of a course. */
@Path("/schools/places/{place}/wrong")
@PermitAll
@Blocking
class PlaceMistakePage {

    private final Offers offers;
    private final OfferMistakeForms forms;

    PlaceMistakePage(Offers offers, OfferMistakeForms forms) {
        this.offers = offers;
        this.forms = forms;
    }

    @GET
    @Opens(For.ANYBODY)
    public TemplateInstance form(@PathParam("place") String id, @QueryParam(KeptForms.PARAMETER) String kept) {
        return forms.show(place(id), kept);
    }

    @POST
    @RolesAllowed(Role.PARTICIPANT)
    @Opens(For.PARTICIPANT)
    public Response tell(@PathParam("place") String id, MultivaluedMap<String, String> fields) {
        return forms.tell(place(id), fields);
    }

    private Doubted place(String id) {
        return new Doubted(offers.place(id).orElseThrow(NotFoundException::new));
    }
}
