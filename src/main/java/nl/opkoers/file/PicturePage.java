package nl.opkoers.file;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.page.Ids;

/** A picture for who sent it. Staff have an address of their own, behind who may see whom. */
@Path("/hours/photo")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class PicturePage {

    private final SignedIn signedIn;
    private final Pictures pictures;

    PicturePage(SignedIn signedIn, Pictures pictures) {
        this.signedIn = signedIn;
        this.pictures = pictures;
    }

    @GET
    @Path("{id}")
    @Opens(For.OWNER)
    public Response show(@PathParam("id") String id, @Context RoutingContext context) {
        return Ids.of(id).flatMap(known -> pictures.find(signedIn.participant().key(), known))
                .map(picture -> PictureAnswer.of(picture, context)).orElseThrow(NotFoundException::new);
    }
}
