package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.page.Ids;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What an open page asks by itself: that there is something new, and what that is. Neither keeps a session alive. */
@Path("/messages/{id: " + Ids.PATTERN + "}")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class LivePage {

    /** More than is said while a page does not listen. */
    private static final int MOST = 100;

    private final MyThread thread;
    private final Conversations conversations;
    private final Live live;

    LivePage(MyThread thread, Conversations conversations, Live live) {
        this.thread = thread;
        this.conversations = conversations;
        this.live = live;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance added(MyThread.Shown shown);

        private Templates() {
        }
    }

    /** Something whenever there may be something new. */
    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Opens(For.OWNER)
    public Multi<String> live(@PathParam("id") String id) {
        Conversation conversation = found(id);
        return live.told(conversation.key().toString(), conversation.key(), conversation.opening().id());
    }

    /** @param after the position of the last turn that the page shows */
    @GET
    @Path("turns/live")
    @Opens(For.OWNER)
    public TemplateInstance added(@PathParam("id") String id, @QueryParam("after") @DefaultValue("0") int after) {
        Conversation conversation = found(id);
        return Templates.added(thread.show(conversation,
                conversations.turnsAfter(conversation.key(), conversation.opening().id(), after, MOST)));
    }

    private Conversation found(String id) {
        return thread.find(id).orElseThrow(NotFoundException::new);
    }
}
