package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.Role;

/** What I asked, and what was answered: the latest first. */
@Path("/messages")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class MessagesPage {

    private final MyConversations mine;
    private final Courses courses;

    MessagesPage(MyConversations mine, Courses courses) {
        this.mine = mine;
        this.courses = courses;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance messages(List<MyConversation> conversations, Topic draft);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance messages() {
        return courses.instead().orElseGet(() -> Templates.messages(mine.getLatest(), mine.getDraft()));
    }
}
