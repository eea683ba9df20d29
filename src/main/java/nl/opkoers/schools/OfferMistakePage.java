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

/** This is not right: where somebody says so of a course, for the municipality to look. Who is not signed in is told whom to call. */
@Path("/schools/{course}/wrong")
@PermitAll
@Blocking
class OfferMistakePage {

    private final Offers offers;
    private final OfferMistakeForms forms;

    OfferMistakePage(Offers offers, OfferMistakeForms forms) {
        this.offers = offers;
        this.forms = forms;
    }

    @GET
    @Opens(For.ANYBODY)
    public TemplateInstance form(@PathParam("course") String id, @QueryParam(KeptForms.PARAMETER) String kept) {
        return forms.show(course(id), kept);
    }

    @POST
    @RolesAllowed(Role.PARTICIPANT)
    @Opens(For.PARTICIPANT)
    public Response tell(@PathParam("course") String id, MultivaluedMap<String, String> fields) {
        return forms.tell(course(id), fields);
    }

    private Doubted course(String id) {
        return new Doubted(offers.course(id).orElseThrow(NotFoundException::new));
    }
}
