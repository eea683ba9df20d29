package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.notice.PortalOpened;
import nl.opkoers.page.Typed;

/** What I asked, and what was answered: the latest first. */
@Path("/messages")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class MessagesPage {

    private final MyConversations mine;
    private final Courses courses;
    private final SignedIn signedIn;
    private final Event<PortalOpened> opened;

    MessagesPage(MyConversations mine, Courses courses, SignedIn signedIn, Event<PortalOpened> opened) {
        this.mine = mine;
        this.courses = courses;
        this.signedIn = signedIn;
        this.opened = opened;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance messages(MyConversations.Page page, List<KeptQuestion> drafts);

        private Templates() {
        }
    }

    /** @param page which part of the list, from 1 */
    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance messages(@QueryParam("page") String page) {
        opened.fire(new PortalOpened(signedIn.participant().key()));
        return courses.instead().orElseGet(() -> Templates.messages(mine.page(Typed.page(page)), mine.drafts()));
    }
}
