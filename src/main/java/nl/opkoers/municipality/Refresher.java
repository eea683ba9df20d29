package nl.opkoers.municipality;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.opkoers.scope.Scope;
import nl.opkoers.served.Rounds;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Reads what was heard to have changed, so that a page need not wait for it, and then what a page would have liked to know. Every
 * node takes a few rows at a time and lets go of them before it asks, so that no page waits for a row; one that cannot be read is
 * left alone for a while, so that it keeps nobody else waiting.
 */
@ApplicationScoped
public class Refresher {

    private static final Logger LOG = Logger.getLogger(Refresher.class);

    private static final int AT_ONCE = 10;
    /** In one round, so that what changes meanwhile need not wait long. */
    private static final int MOST_WANTED = 50;
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
    private final Wanted wanted;
    private final StatelessSession rows;
    private final MunicipalLines lines;
    private final Clock clock;
    private final Municipalities municipalities;
    private final Rounds rounds;
    private volatile boolean stopping;

    Refresher(@All List<Refreshed> kinds, Wanted wanted, StatelessSession rows, MunicipalLines lines, Clock clock,
            Municipalities municipalities, Rounds rounds) {
        this.kinds = kinds;
        this.wanted = wanted;
        this.rows = rows;
        this.lines = lines;
        this.clock = clock;
        this.municipalities = municipalities;
        this.rounds = rounds;
    }

    @Scheduled(every = "${opkoers.refresh.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshEach() {
        rounds.begin("refresh", () -> Scope.portal((Runnable) this::refresh));
    }

    /**
     * Reads what is of the municipality for which this is done, until nothing is outdated that was not tried just now, or that
     * municipality turns out to be away; and some of what is wanted.
     */
    public void refresh() {
        String municipality = municipalities.code();
        Scope.portal(() -> kinds.forEach(kind -> refreshAll(kind, municipality)));
    }

    private void refreshAll(Refreshed kind, String municipality) {
        boolean more = true;
        while (more && !pausing(kind)) {
            List<String> taken = QuarkusTransaction.requiringNew().call(() -> take(kind, municipality));
            refresh(kind, municipality, taken);
            more = !taken.isEmpty();
        }
        if (!pausing(kind)) {
            refresh(kind, municipality, wanted.take(kind, municipality, MOST_WANTED));
        }
    }

    private void refresh(Refreshed kind, String municipality, List<String> participants) {
        participants.stream().takeWhile(participant -> !pausing(kind)).forEach(participant -> refresh(kind, municipality, participant));
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private boolean pausing(Refreshed kind) {
        return stopping || lines.here().isPausing(kind.asked());
    }

    private List<String> take(Refreshed kind, String municipality) {
        Instant now = clock.instant();
        return rows.createNativeQuery(TAKE.formatted(kind.table()), String.class)
                .setParameter("now", now).setParameter("before", now.minus(PAUSE))
                .setParameter("municipality", municipality).setParameter("atOnce", AT_ONCE)
                .getResultList();
    }

    /** Whatever is wrong with one row must not keep the others from being read. */
    private void refresh(Refreshed kind, String municipality, String participant) {
        try {
            kind.refresh(municipality, participant);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "A row of %s could not be refreshed", kind.table());
        }
    }
}
