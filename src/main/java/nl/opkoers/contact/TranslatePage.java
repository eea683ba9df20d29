package nl.opkoers.contact;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.page.Ids;

/** Where I ask for a translation of something that was said in a conversation of mine. */
@Path("/messages/{id}/translate/{turn}")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class TranslatePage {

    private final Conversations conversations;
    private final Translating translating;
    private final SignedIn signedIn;

    TranslatePage(Conversations conversations, Translating translating, SignedIn signedIn) {
        this.conversations = conversations;
        this.translating = translating;
        this.signedIn = signedIn;
    }

    @POST
    @Opens(For.OWNER)
    public Response translate(@PathParam("id") String id, @PathParam("turn") String turn) {
        Conversation mine = Ids.of(id).flatMap(known -> conversations.find(signedIn.participant().key(), known))
                .orElseThrow(NotFoundException::new);
        return translating.translate(mine, turn, page(id));
    }

    /** Where somebody comes back whose session had ended when they pressed the button. */
    @GET
    @Opens(For.PARTICIPANT)
    public Response lateButton(@PathParam("id") String id) {
        return Response.seeOther(page(Ids.of(id).orElseThrow(NotFoundException::new).toString()).build()).build();
    }

    private static UriBuilder page(String id) {
        return UriBuilder.fromPath("/messages").segment(id);
    }
}
