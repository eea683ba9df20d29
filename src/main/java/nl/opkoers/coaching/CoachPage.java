package nl.opkoers.coaching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import nl.opkoers.contact.Inbox;
import nl.opkoers.contact.Inboxes;
import nl.opkoers.hours.JudgingQueue;
import nl.opkoers.hours.Queued;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;

/** Where who works for the municipality arrives: what waits for them. Whoever is no coach sees nobody. */
@Path("/coach")
@RolesAllowed(Role.STAFF)
@Blocking
class CoachPage {

    private final Caseloads caseloads;
    private final JudgingQueue queue;
    private final Inboxes inboxes;
    private final SignedIn signedIn;

    CoachPage(Caseloads caseloads, JudgingQueue queue, Inboxes inboxes, SignedIn signedIn) {
        this.caseloads = caseloads;
        this.queue = queue;
        this.inboxes = inboxes;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "coaching")
    static class Templates {
        static native TemplateInstance coach(Session me, Mine mine, Inbox inbox, List<Queued> queue);

        static native TemplateInstance noGroup(Session me);

        private Templates() {
        }
    }

    @GET
    @Opens(For.STAFF)
    public Response arrive() {
        Session me = signedIn.session().orElseThrow();
        if (Role.TEAM_LEAD.equals(me.role())) {
            return Response.seeOther(URI.create(TeamPage.PATH)).build();
        }
        return Response.ok(me.coach() ? inbox(me) : Templates.noGroup(me)).build();
    }

    private TemplateInstance inbox(Session me) {
        Mine mine = Mine.of(caseloads.mine());
        return Templates.coach(me, mine, inboxes.first(), queue.of(mine.people()));
    }
}
