package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Limited;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Shown;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.page.Ids;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * What the open page of a conversation asks by itself, for who answers it. Judged at every request as the page is; the stream
 * says only that there is something, and ends before long, so that it is judged again.
 */
@Path(ConversationsPage.PATH + "/{participant}/{id}")
@RolesAllowed(Role.COACH)
@Blocking
class AnsweringLive {

    private final ConversationAccess access;
    private final AnsweringViews views;
    private final Answers answers;
    private final Live live;
    private final SignedIn signedIn;

    AnsweringLive(ConversationAccess access, AnsweringViews views, Answers answers, Live live, SignedIn signedIn) {
        this.access = access;
        this.views = views;
        this.answers = answers;
        this.live = live;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance answeringAdded(TurnsView view, InboxLine line);

        private Templates() {
        }
    }

    /** Something whenever there may be something new. */
    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Opens(For.READER_OF)
    public Multi<String> live(@PathParam("participant") String participant, @PathParam("id") String id) {
        Conversation conversation = hear(participant, id);
        return live.told("coach " + signedIn.session().orElseThrow().key(), conversation.key(), conversation.opening().id());
    }

    /**
     * What came since; a look only when anything did, since a page that nobody looks at asks this too.
     *
     * @param after the position of the last turn that the page shows
     */
    @GET
    @Path("turns/live")
    @Opens(For.READER_OF)
    public TemplateInstance added(@PathParam("participant") String participant, @PathParam("id") String id,
            @QueryParam("after") @DefaultValue("0") int after) {
        Conversation conversation = hear(participant, id);
        InboxLine line = views.line(conversation);
        TurnsView added = views.after(line, after);
        if (!added.turns().isEmpty()) {
            access.looks(List.of(conversation), Shown.CONVERSATION);
        }
        return Templates.answeringAdded(added, line);
    }

    /** What came while the page was open was shown, and seen. */
    @POST
    @Path("seen/live")
    @Opens(For.READER_OF)
    @Limited(Limit.LIVE)
    public void seen(@PathParam("participant") String participant, @PathParam("id") String id, @FormParam("position") int position) {
        Conversation conversation = hear(participant, id);
        answers.seen(conversation, Math.min(position, conversation.standing().turns()));
    }

    /** What shows nothing is no look: a page that is open asks for these again and again. */
    private Conversation hear(String participant, String id) {
        return Ids.of(id).flatMap(known -> access.hear(participant, known)).orElseThrow(NotFoundException::new);
    }
}
