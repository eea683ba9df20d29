package nl.opkoers.hours;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Shown;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;

/** Where a coach finds whose hours wait, who waits longest first. */
@Path("/coach/hours")
@RolesAllowed(Role.COACH)
@Blocking
class QueuePage {

    /** As many as stay one page; who comes after them waits less long. */
    private static final int MOST_SHOWN = 100;

    private final Caseloads caseloads;
    private final JudgingQueue queue;

    QueuePage(Caseloads caseloads, JudgingQueue queue) {
        this.caseloads = caseloads;
        this.queue = queue;
    }

    /**
     * How well it is known for whom a coach is there now.
     *
     * @param unknown whether that cannot be said, because the municipality cannot be reached
     * @param staleOf of when it is, when the municipality cannot be reached now
     */
    record Mine(boolean unknown, Instant staleOf) {

        static Mine of(Seen<List<Caseload.Member>> seen) {
            return new Mine(seen instanceof Seen.Unavailable<?>, seen.staleOf());
        }
    }

    @CheckedTemplate(basePath = "hours")
    static class Templates {
        static native TemplateInstance queue(Mine mine, List<Queued> queue, int more);

        private Templates() {
        }
    }

    @GET
    @Opens(For.COACH)
    public TemplateInstance queue() {
        List<Queued> all = queue.of(caseloads.mine().known().orElse(List.of()));
        List<Queued> shown = all.subList(0, Math.min(MOST_SHOWN, all.size()));
        caseloads.listed(shown.stream().map(Queued::member).toList(), Shown.QUEUE);
        return Templates.queue(Mine.of(caseloads.mine()), shown, all.size() - shown.size());
    }
}
