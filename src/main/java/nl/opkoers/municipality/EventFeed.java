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
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import nl.opkoers.municipality.contract.Events;
import nl.opkoers.scope.Scope;
import nl.opkoers.served.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Reads the feed of what happened at each municipality. Every node tries; the one that gets the lock on the position reads, one
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
    private final Municipalities municipalities;
    private final Rounds rounds;
    private final Duration patience;
    /** Up to where gaps were asked for the last time, so that the next time goes on from there; by municipality. */
    private final Map<String, Long> gapsAskedUpTo = new ConcurrentHashMap<>();
    private final OncePerMinute unreachable;
    private final OncePerMinute unnumbered;
    private volatile boolean stopping;

    EventFeed(MunicipalClient client, FeedRows rows, Event<Happened> happened,
            Event<AnythingMayHaveHappened> anythingMayHaveHappened, Clock clock,
            Municipalities municipalities, Rounds rounds,
            @ConfigProperty(name = "opkoers.feed.gaps-for") Duration patience) {
        this.client = client;
        this.rows = rows;
        this.happened = happened;
        this.anythingMayHaveHappened = anythingMayHaveHappened;
        this.clock = clock;
        this.municipalities = municipalities;
        this.rounds = rounds;
        this.patience = patience;
        this.unreachable = new OncePerMinute(clock);
        this.unnumbered = new OncePerMinute(clock);
    }

    @Scheduled(every = "${opkoers.feed.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readEachOn() {
        rounds.begin("feed", () -> Scope.portal(this::readOn));
    }

    /**
     * Reads on to the end of the feed of the municipality for which this is done, then looks whether missing numbers have turned
     * up. Does nothing while another node is reading. When the municipality cannot be reached, or answers what cannot be true, the
     * next time goes on from the same place.
     */
    public void readOn() {
        String municipality = municipalities.code();
        try {
            Scope.portal(() -> readAll(municipality));
        } catch (MunicipalityUnreachable | CircuitBreakerOpenException away) {
            unreachable.run(() -> LOG.warnf("The feed of events of municipality %s cannot be read: %s", municipality, away.getMessage()));
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private void readAll(String municipality) {
        QuarkusTransaction.requiringNew().run(() -> rows.begin(municipality));
        boolean more = true;
        while (more && !stopping) {
            more = QuarkusTransaction.requiringNew().call(() -> readNew(municipality));
        }
        readGaps(municipality);
    }

    private boolean readNew(String municipality) {
        return rows.lock(municipality)
                .map(progress -> read(municipality, progress, progress.last(), PAGE).more())
                .orElse(false);
    }

    private void readGaps(String municipality) {
        for (int page = 0; page < GAP_PAGES_AT_ONCE && !stopping; page++) {
            OptionalLong upTo = QuarkusTransaction.requiringNew().call(
                    () -> readGapBeyond(municipality, gapsAskedUpTo.getOrDefault(municipality, 0L)));
            gapsAskedUpTo.put(municipality, upTo.orElse(0));
            if (upTo.isEmpty()) {
                return;
            }
        }
    }

    /** Empty when there are no more gaps. */
    private OptionalLong readGapBeyond(String municipality, long number) {
        return rows.lock(municipality).stream()
                .flatMapToLong(progress -> progress.gapBeyond(number).stream()
                        .map(after -> read(municipality, progress, after, GAP_PAGE).upTo()))
                .findFirst();
    }

    private FeedProgress.Step read(String municipality, FeedProgress progress, long after, int limit) {
        Events page = client.events(after, limit);
        Instant now = clock.instant();
        FeedProgress.Step step = progress.after(after, page, now, patience);
        if (step.anything()) {
            LOG.infof("The feed of municipality %s does not tell all that happened: everything that was kept is asked for again", municipality);
            anythingMayHaveHappened.fire(new AnythingMayHaveHappened(municipality));
        }
        warn(municipality, step.happened());
        if (!page.events().stream().allMatch(Events.Event::hasPlace)) {
            unnumbered.run(() -> LOG.warnf("In the feed of municipality %s there is an event without a number that can be read", municipality));
        }
        if (!step.happened().isEmpty()) {
            happened.fire(new Happened(municipality, step.happened()));
        }
        rows.save(municipality, progress, step.next(), now);
        return step;
    }

    /** Only their numbers: what could not be read may be about somebody. */
    private static void warn(String municipality, List<Events.Event> happened) {
        List<Long> lacking = happened.stream().filter(event -> event.id() == null || event.code() == null || event.at() == null)
                .map(Events.Event::number).toList();
        if (!lacking.isEmpty()) {
            LOG.warnf("In the feed of municipality %s these events have no id, code or moment that can be read: %s", municipality, lacking);
        }
    }
}
