package nl.opkoers.municipality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Hands over one message. It is held while the municipality is called, in one transaction: a node that dies holds nothing,
 * and another calls again with the same key.
 */
@ApplicationScoped
class Handover {

    /** What came of it. */
    enum Result {
        /** There was nothing to do, or another node does it. */
        NOTHING,
        /** The municipality has decided about it. */
        SETTLED,
        /** It is tried again later. */
        POSTPONED
    }

    private static final Logger LOG = Logger.getLogger(Handover.class);
    /** For so long a decision shows that what fails meanwhile is not failing on everything. */
    private static final Duration SHOWS_FOR = Duration.ofHours(1);

    private final OutboxQueue queue;
    private final Courier courier;
    private final Contract contract;
    private final Event<Delivered> delivered;
    private final Clock clock;
    private final Pauses pauses;
    private final Duration longestPause;
    private final Duration giveUpAfter;
    private final OncePerMinute away;
    private final OncePerMinute unnoted;
    private final OncePerMinute unclear;
    /** When each municipality last decided about something, as far as this node has heard. */
    private final Map<String, Instant> decidedAt = new ConcurrentHashMap<>();

    Handover(OutboxQueue queue, Courier courier, Contract contract, Event<Delivered> delivered, Clock clock,
            OutboxSettings settings) {
        this.queue = queue;
        this.courier = courier;
        this.contract = contract;
        this.delivered = delivered;
        this.clock = clock;
        this.pauses = new Pauses(settings.longestPause(), new Random());
        this.longestPause = settings.longestPause();
        this.giveUpAfter = settings.giveUpAfter();
        this.away = new OncePerMinute(clock);
        this.unnoted = new OncePerMinute(clock);
        this.unclear = new OncePerMinute(clock);
    }

    /**
     * Delivers what is due longest to a municipality; it is done for that one.
     *
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException when nothing can be delivered
     *         now; nothing has changed then
     */
    Result next(String municipality) {
        AtomicReference<OutboxRow> taken = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                queue.next(municipality, clock.instant()).ifPresent(taken::set);
                return taken.get() == null ? Result.NOTHING : deliver(taken.get());
            });
        } catch (CircuitBreakerOpenException nobodyThere) {
            throw nobodyThere;
        } catch (RuntimeException failure) {
            if (taken.get() == null) {
                throw failure;
            }
            return unnoted(taken.get().key, failure);
        }
    }

    /** What the municipality said could not be noted, or what heard of it failed: it is told again, but not at once. */
    private Result unnoted(OutboxRow.Key key, RuntimeException failure) {
        unnoted.run(() -> LOG.errorf(failure, "What came of %s could not be noted", key.id()));
        QuarkusTransaction.requiringNew()
                .run(() -> queue.waiting(key).ifPresent(row -> postpone(row, Optional.empty())));
        return Result.POSTPONED;
    }

    private Result deliver(OutboxRow row) {
        Answer answer = tell(row);
        if (answer instanceof Answer.Accepted accepted) {
            return decided(row, OutboxRow.State.ARRIVED, accepted.given(), null);
        }
        if (answer instanceof Answer.Rejected rejected) {
            return decided(row, OutboxRow.State.REFUSED, null, rejected.refusal());
        }
        if (answer instanceof Answer.Failed failed) {
            return failed(row, failed.notBefore());
        }
        if (answer instanceof Answer.Unclear page) {
            unclear.run(() -> LOG.errorf("The answer to %s %s is none of the municipal API: %s", row.kind, row.key.id(), page.what()));
            return failed(row, page.notBefore());
        }
        return postpone(row, ((Answer.NotNow) answer).notBefore());
    }

    private Answer tell(OutboxRow row) {
        try {
            return courier.tell(row);
        } catch (MunicipalityAway nobody) {
            away.run(() -> LOG.warnf("The municipality takes nothing: %s", nobody.getMessage()));
            return new Answer.NotNow(nobody.notBefore());
        }
    }

    /**
     * Only the time in which it was really tried counts, and in which others were decided about: what was not tried for hours did not
     * fail for hours, and what fails on everything does not fail on this.
     */
    private Result failed(OutboxRow row, Optional<Instant> notBefore) {
        Instant now = clock.instant();
        if (row.triedAt != null && isDeciding(row.key.municipality(), now)) {
            Duration since = Duration.between(row.triedAt, now);
            row.failingSeconds += (since.compareTo(longestPause) < 0 ? since : longestPause).toSeconds();
        }
        if (row.failingSeconds < giveUpAfter.toSeconds()) {
            return postpone(row, notBefore);
        }
        LOG.errorf("The municipality keeps failing on %s %s, which is given up", row.kind, row.key.id());
        return settle(row, OutboxRow.State.REFUSED, null, Refusal.of(Refusal.NOT_PROCESSED));
    }

    private boolean isDeciding(String municipality, Instant now) {
        Instant last = decidedAt.get(municipality);
        return last != null && !last.isAfter(now) && last.isAfter(now.minus(SHOWS_FOR));
    }

    private Result decided(OutboxRow row, OutboxRow.State state, String given, Refusal refusal) {
        decidedAt.put(row.key.municipality(), clock.instant());
        return settle(row, state, given, refusal);
    }

    private Result settle(OutboxRow row, OutboxRow.State state, String given, Refusal refusal) {
        row.state = state;
        row.attempts++;
        row.settledAt = clock.instant();
        row.refusal = refusal == null ? null : contract.write(refusal);
        // First this: whoever hears of it takes locks of their own, and a page may hold those and wait for nothing here.
        queue.settle(row);
        delivered.fire(new Delivered(row.key.municipality(), row.key.participant(), row.key.id(), row.kind, row.subject, given,
                refusal));
        return Result.SETTLED;
    }

    private Result postpone(OutboxRow row, Optional<Instant> notBefore) {
        Instant now = clock.instant();
        row.attempts++;
        row.triedAt = now;
        Instant next = now.plus(pauses.after(row.attempts));
        row.nextAt = notBefore.filter(next::isBefore).orElse(next);
        queue.postpone(row);
        return Result.POSTPONED;
    }
}
