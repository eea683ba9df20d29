package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;

/** Where a coach finds every conversation of theirs that is open, whoever waits. */
@Path(ConversationsPage.PATH)
@RolesAllowed(Role.COACH)
@Blocking
class ConversationsPage {

    static final String PATH = "/coach/conversations";

    private final Inboxes inboxes;

    ConversationsPage(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance conversations(Inbox inbox);

        private Templates() {
        }
    }

    @GET
    @Opens(For.COACH)
    public TemplateInstance all(@Context UriInfo asked) {
        return Templates.conversations(inboxes.of(InboxFilter.of(asked.getQueryParameters())));
    }
}
