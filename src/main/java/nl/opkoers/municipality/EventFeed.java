package nl.opkoers.municipality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import nl.opkoers.municipality.contract.Events;
import nl.opkoers.scope.Scope;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Reads the municipality's feed of what happened. Every node tries; the one that gets the lock on the position reads, one
 * page for each transaction: a page counts as read exactly when all that it changes here is kept.
 */
@ApplicationScoped
public class EventFeed {

    private static final Logger LOG = Logger.getLogger(EventFeed.class);

    private static final int PAGE = 500;
    /** Gaps are mostly of one number: what is read with it was read before. */
    private static final int GAP_PAGE = 100;
    /** New events do not wait for more than this many questions about old ones. */
    private static final int GAP_PAGES_AT_ONCE = 10;

    private final MunicipalClient client;
    private final FeedRows rows;
    private final Event<Happened> happened;
    private final Event<AnythingMayHaveHappened> anythingMayHaveHappened;
    private final Clock clock;
    private final String municipality;
    private final Duration patience;
    /** Up to where gaps were asked for the last time, so that the next time goes on from there. */
    private final AtomicLong gapsAskedUpTo = new AtomicLong();
    private final OncePerMinute unreachable;
    private volatile boolean stopping;

    EventFeed(MunicipalClient client, FeedRows rows, Event<Happened> happened,
            Event<AnythingMayHaveHappened> anythingMayHaveHappened, Clock clock,
            @ConfigProperty(name = "opkoers.municipality.code") String municipality,
            @ConfigProperty(name = "opkoers.feed.gaps-for") Duration patience) {
        this.client = client;
        this.rows = rows;
        this.happened = happened;
        this.anythingMayHaveHappened = anythingMayHaveHappened;
        this.clock = clock;
        this.municipality = municipality;
        this.patience = patience;
        this.unreachable = new OncePerMinute(clock);
    }

    /**
     * Reads on to the end of the feed, then looks whether missing numbers have turned up. Does nothing while another node
     * is reading. When the municipality cannot be reached, or answers what cannot be true, the next time goes on from the
     * same place.
     */
    @Scheduled(every = "${opkoers.feed.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void readOn() {
        try {
            Scope.portal(this::readAll);
        } catch (MunicipalityUnreachable | CircuitBreakerOpenException away) {
            unreachable.run(() -> LOG.warnf("The feed of events cannot be read: %s", away.getMessage()));
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private void readAll() {
        QuarkusTransaction.requiringNew().run(() -> rows.begin(municipality));
        boolean more = true;
        while (more && !stopping) {
            more = QuarkusTransaction.requiringNew().call(this::readNew);
        }
        readGaps();
    }

    private boolean readNew() {
        return rows.lock(municipality)
                .map(progress -> read(progress, progress.last(), PAGE).more())
                .orElse(false);
    }

    private void readGaps() {
        for (int page = 0; page < GAP_PAGES_AT_ONCE && !stopping; page++) {
            OptionalLong upTo = QuarkusTransaction.requiringNew().call(() -> readGapBeyond(gapsAskedUpTo.get()));
            gapsAskedUpTo.set(upTo.orElse(0));
            if (upTo.isEmpty()) {
                return;
            }
        }
    }

    /** Empty when there are no more gaps. */
    private OptionalLong readGapBeyond(long number) {
        return rows.lock(municipality).stream()
                .flatMapToLong(progress -> progress.gapBeyond(number).stream()
                        .map(after -> read(progress, after, GAP_PAGE).upTo()))
                .findFirst();
    }

    private FeedProgress.Step read(FeedProgress progress, long after, int limit) {
        Events page = client.events(after, limit);
        Instant now = clock.instant();
        FeedProgress.Step step = progress.after(after, page, now, patience);
        if (step.anything()) {
            LOG.infof("The feed does not tell all that happened: everything that was kept is asked for again");
            anythingMayHaveHappened.fire(new AnythingMayHaveHappened(municipality));
        }
        if (!step.happened().isEmpty()) {
            happened.fire(new Happened(municipality, step.happened()));
        }
        rows.save(municipality, progress, step.next(), now);
        return step;
    }
}
