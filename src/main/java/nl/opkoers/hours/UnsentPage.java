package nl.opkoers.hours;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.identity.Role;
import nl.opkoers.page.Frame;

/**
 * Hours that are on a phone and not here yet: the portal learns of them when they arrive. What stays on a phone is locked with
 * a key that is told to their owner alone, so that it can outlive a session on a phone that others use too.
 */
@Path("/unsent")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class UnsentPage {

    private final PersonMark mark;
    private final Frame frame;

    UnsentPage(PersonMark mark, Frame frame) {
        this.mark = mark;
        this.frame = frame;
    }

    /**
     * What a phone has to know before it sends what it has kept.
     *
     * @param person the mark of who is signed in: what another one wrote waits
     * @param key    what locks and opens what this person wrote
     * @param token  with which a form is taken now; that of a page that was kept may be of an earlier session
     */
    public record Sender(String person, String key, String token) {
    }

    @CheckedTemplate(basePath = "hours")
    static class Templates {
        static native TemplateInstance unsent();

        private Templates() {
        }
    }

    /** What waits on this phone, filled in by the script; and what becomes of it when one goes. */
    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance unsent() {
        return Templates.unsent();
    }

    @GET
    @Path("sender")
    @Produces(MediaType.APPLICATION_JSON)
    @Opens(For.PARTICIPANT)
    public Sender sender() {
        return new Sender(mark.current().orElseThrow(), mark.getKey(), frame.getCsrfToken());
    }
}
