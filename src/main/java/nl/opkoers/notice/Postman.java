package nl.opkoers.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.scope.Scope;
import nl.opkoers.served.Rounds;
import org.jboss.logging.Logger;

/**
 * Brings notices to the providers, on every node at once: the rows' locks decide which node brings what.
 *
 * <p>That one is being sent is kept before the provider hears of it. A node that dies in between, or a connection that breaks
 * after it was offered, leaves a notice of which nobody knows whether it went out; it is not sent again. So nobody is told
 * twice of the same, at the price that now and then somebody is not told: what waits is in the portal all the same.
 */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);
    /** What waits to be sent does not wait for more than this many questions. */
    private static final int ASKED_AT_ONCE = 20;
    private static final Duration ASK_AGAIN = Duration.ofMinutes(5);
    /** NotifyNL, like GOV.UK Notify, gives up on a phone after three days. */
    private static final Duration ASKED_FOR = Duration.ofDays(4);

    private final NoticeQueue queue;
    private final Sorting sorting;
    private final Providers providers;
    private final Rounds rounds;
    private final Clock clock;
    private volatile boolean stopping;

    Postman(NoticeQueue queue, Sorting sorting, Providers providers, Rounds rounds, Clock clock) {
        this.queue = queue;
        this.sorting = sorting;
        this.providers = providers;
        this.rounds = rounds;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    @Scheduled(every = "${opkoers.notice.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void eachRound() {
        rounds.begin("notices", () -> Scope.portal(this::round));
    }

    /**
     * Everything that is due at the municipality for which this is done. A provider that is away is left alone until the next time,
     * and holds up no other.
     */
    void round() {
        Scope.portal(this::bringAll);
    }

    private void bringAll() {
        Set<Channel> up = EnumSet.noneOf(Channel.class);
        up.addAll(providers.channels());
        boolean more = true;
        while (more && !stopping) {
            Optional<Sorting.Sorted> sorted = QuarkusTransaction.requiringNew().call(() -> sorting.next(up));
            sorted.flatMap(Sorting.Sorted::parcel).filter(parcel -> !deliver(parcel))
                    .ifPresent(parcel -> up.remove(parcel.row().channel));
            more = sorted.isPresent();
        }
        while (!stopping && QuarkusTransaction.requiringNew().call(sorting::loseNext)) {
            LOG.warn("Of a notice that was being sent it is not known what became of it");
        }
        for (int asked = 0; asked < ASKED_AT_ONCE && !stopping && askNext(); asked++) {
            LOG.debug("Asked what became of a notice");
        }
    }

    /** Whether there was somebody to take it. */
    private boolean deliver(Sorting.Parcel parcel) {
        Handed handed = hand(parcel);
        QuarkusTransaction.requiringNew().run(() -> sorting.settle(parcel.row(), parcel.tried(), handed));
        return !(handed instanceof Handed.Away);
    }

    /** What fails otherwise has to do with this one alone, such as a row that was spoilt: it must not stop the others. */
    private Handed hand(Sorting.Parcel parcel) {
        Handed handed;
        try {
            handed = providers.of(parcel.row().channel).hand(parcel.letter());
        } catch (RuntimeException failure) {
            handed = new Handed.Unknown(failure.getClass().getSimpleName());
        }
        if (!(handed instanceof Handed.Taken)) {
            // Of an answer only its kind: a provider may repeat in it to whom something was sent.
            LOG.warnf("A notice by %s was not taken: %s", parcel.row().channel, handed);
        }
        return handed;
    }

    private boolean askNext() {
        Instant now = clock.instant();
        Optional<NoticeRow> asked = QuarkusTransaction.requiringNew()
                .call(() -> queue.due(NoticeRow.State.SENT, providers.channels(), now).map(row -> {
                    row.dueAt = now.plus(ASK_AGAIN);
                    queue.save(row);
                    return row;
                }));
        asked.ifPresent(row -> providers.of(row.channel).arrived(row.reference)
                .ifPresentOrElse(arrived -> note(row, arrived ? NoticeRow.State.DELIVERED : NoticeRow.State.FAILED),
                        () -> askLater(row, now)));
        return asked.isPresent();
    }

    private void askLater(NoticeRow row, Instant now) {
        if (row.settledAt.plus(ASKED_FOR).isBefore(now)) {
            note(row, NoticeRow.State.SENT);
        }
    }

    private void note(NoticeRow row, NoticeRow.State state) {
        QuarkusTransaction.requiringNew().run(() -> {
            row.state = state;
            row.dueAt = null;
            queue.save(row);
        });
    }
}
