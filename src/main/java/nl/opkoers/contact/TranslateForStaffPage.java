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
import java.net.URI;
import java.util.UUID;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Show;

/** Where who works for the municipality asks for a translation of something that was said in a conversation they may read. */
@Path(ConversationsPage.PATH + "/{participant}/{id}/translate/{turn}")
@RolesAllowed(Role.COACH)
@Blocking
class TranslateForStaffPage {

    private final ConversationAccess access;
    private final Translating translating;

    TranslateForStaffPage(ConversationAccess access, Translating translating) {
        this.access = access;
        this.translating = translating;
    }

    @POST
    @Opens(For.READER_OF)
    public Response translate(@PathParam("participant") String participant, @PathParam("id") String id, @PathParam("turn") String turn) {
        Conversation theirs = Ids.of(id).flatMap(known -> access.find(participant, known)).orElseThrow(NotFoundException::new);
        return translating.translate(theirs, turn, page(participant, id));
    }

    /** Where somebody comes back whose session had ended when they pressed the button. */
    @GET
    @Opens(For.COACH)
    public Response lateButton(@PathParam("participant") String participant, @PathParam("id") String id) {
        UUID known = Ids.of(id).orElseThrow(NotFoundException::new);
        return Response.seeOther(URI.create(ConversationsPage.PATH + "/" + Show.path(participant) + "/" + known)).build();
    }

    private static UriBuilder page(String participant, String id) {
        return UriBuilder.fromPath(ConversationsPage.PATH).segment(participant, id);
    }
}
