package nl.opkoers.municipality;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.opkoers.scope.Scope;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Reads what was heard to have changed, so that a page need not wait for it. Every node takes a few rows at a time and lets
 * go of them before it asks, so that no page waits for a row; one that cannot be read is left alone for a while, so that it
 * keeps nobody else waiting.
 */
@ApplicationScoped
public class Refresher {

    private static final Logger LOG = Logger.getLogger(Refresher.class);

    private static final int AT_ONCE = 10;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final String TAKE = """
            update %1$s set tried_at = :now
            where (municipality, participant) in (
                select municipality, participant from %1$s
                where municipality = :municipality and changes <> seen_changes
                and (tried_at is null or tried_at <= :before)
                limit :atOnce for update skip locked)
            returning participant""";

    private final List<Refreshed> kinds;
    private final StatelessSession rows;
    private final CircuitBreakerMaintenance breakers;
    private final Clock clock;
    private final String municipality;
    private volatile boolean stopping;

    Refresher(@All List<Refreshed> kinds, StatelessSession rows, CircuitBreakerMaintenance breakers, Clock clock,
            Municipalities municipalities) {
        this.kinds = kinds;
        this.rows = rows;
        this.breakers = breakers;
        this.clock = clock;
        this.municipality = municipalities.code();
    }

    /** Reads until nothing is outdated that was not tried just now, or the municipality turns out to be away. */
    @Scheduled(every = "${opkoers.refresh.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void refresh() {
        Scope.portal(() -> kinds.forEach(this::refreshAll));
    }

    private void refreshAll(Refreshed kind) {
        boolean more = true;
        while (more && !pausing(kind)) {
            List<String> taken = QuarkusTransaction.requiringNew().call(() -> take(kind));
            taken.stream().takeWhile(participant -> !pausing(kind)).forEach(participant -> refresh(kind, participant));
            more = !taken.isEmpty();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private boolean pausing(Refreshed kind) {
        return stopping || breakers.currentState(kind.breaker()) == CircuitBreakerState.OPEN;
    }

    private List<String> take(Refreshed kind) {
        Instant now = clock.instant();
        return rows.createNativeQuery(TAKE.formatted(kind.table()), String.class)
                .setParameter("now", now).setParameter("before", now.minus(PAUSE))
                .setParameter("municipality", municipality).setParameter("atOnce", AT_ONCE)
                .getResultList();
    }

    /** Whatever is wrong with one row must not keep the others from being read. */
    private void refresh(Refreshed kind, String participant) {
        try {
            kind.refresh(municipality, participant);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "A row of %s could not be refreshed", kind.table());
        }
    }
}
