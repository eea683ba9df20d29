package nl.opkoers.contact;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.page.Ids;

/** Where a question for help was read before it was a conversation: addresses of it may be kept on phones. */
@Path("/help/requests/{id}")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class HelpPage {

    @GET
    @Opens(For.PARTICIPANT)
    public Response moved(@PathParam("id") String id) {
        return Ids.of(id).map(known -> Response.seeOther(URI.create(ThreadPage.address(known))).build())
                .orElseThrow(NotFoundException::new);
    }
}
