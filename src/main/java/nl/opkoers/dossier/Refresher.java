package nl.opkoers.dossier;

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
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.MunicipalClient;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Reads dossiers that were heard to have changed, so that a page need not wait for it. Every node takes a few at a time
 * and lets go of their rows before it asks, so that no page waits for a row; one that cannot be read is left alone for a
 * while, so that it keeps nobody else waiting.
 */
@ApplicationScoped
class Refresher {

    private static final Logger LOG = Logger.getLogger(Refresher.class);

    private static final int AT_ONCE = 10;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final String TAKE = """
            update dossier_snapshot set tried_at = :now
            where (municipality, participant) in (
                select municipality, participant from dossier_snapshot
                where municipality = :municipality and changes <> seen_changes
                and (tried_at is null or tried_at <= :before)
                limit :atOnce for update skip locked)
            returning participant""";

    private final KeptDossiers dossiers;
    private final StatelessSession rows;
    private final CircuitBreakerMaintenance breakers;
    private final Clock clock;
    private final String municipality;
    private volatile boolean stopping;

    Refresher(KeptDossiers dossiers, StatelessSession rows, CircuitBreakerMaintenance breakers, Clock clock,
            Municipalities municipalities) {
        this.dossiers = dossiers;
        this.rows = rows;
        this.breakers = breakers;
        this.clock = clock;
        this.municipality = municipalities.code();
    }

    /** Reads until nothing is outdated that was not tried just now, or the municipality turns out to be away. */
    @Scheduled(every = "${opkoers.refresh.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        boolean more = true;
        while (more && !pausing()) {
            List<String> taken = QuarkusTransaction.requiringNew().call(this::take);
            taken.stream().takeWhile(participant -> !pausing())
                    .forEach(participant -> refresh(new ParticipantKey(municipality, participant)));
            more = !taken.isEmpty();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private boolean pausing() {
        return stopping || breakers.currentState(MunicipalClient.DOSSIER) == CircuitBreakerState.OPEN;
    }

    private List<String> take() {
        Instant now = clock.instant();
        return rows.createNativeQuery(TAKE, String.class)
                .setParameter("now", now).setParameter("before", now.minus(PAUSE))
                .setParameter("municipality", municipality).setParameter("atOnce", AT_ONCE)
                .getResultList();
    }

    /** Whatever is wrong with one dossier must not keep the others from being read. */
    private void refresh(ParticipantKey key) {
        try {
            dossiers.of(key);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "A dossier could not be refreshed");
        }
    }
}
