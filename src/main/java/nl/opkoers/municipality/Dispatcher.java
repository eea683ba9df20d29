package nl.opkoers.municipality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Delivers what people sent, on every node; the rows' locks decide which node does what. In rounds: everybody who has
 * something due gets a turn, then it is looked up anew who has.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int MOST_PER_ROUND = 500;
    /** Long enough to deliver several things of one person, short enough that nobody waits long for a turn. */
    private static final Duration TURN = Duration.ofMillis(200);

    private final OutboxQueue queue;
    private final Handover handover;
    private final OutboxSettings settings;
    private final ManagedExecutor executor;
    private final Clock clock;
    private final OncePerMinute unexpected;
    private volatile boolean stopping;

    Dispatcher(OutboxQueue queue, Handover handover, OutboxSettings settings, ManagedExecutor executor, Clock clock) {
        this.queue = queue;
        this.handover = handover;
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
        this.unexpected = new OncePerMinute(clock);
    }

    @Scheduled(every = "${opkoers.outbox.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        deliverDue();
    }

    /**
     * Delivers all that is due, until there is no more or the municipality turns out to be away.
     *
     * @return how many messages were tried, whatever came of it
     */
    public int deliverDue() {
        AtomicBoolean open = new AtomicBoolean(true);
        int tried = 0;
        int inRound;
        do {
            inRound = round(open);
            tried += inRound;
        } while (inRound > 0 && open.get() && !stopping);
        return tried;
    }

    /** Takes away what was decided long ago. */
    @Scheduled(cron = "0 40 3 * * ?", timeZone = "Europe/Amsterdam", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tidy() {
        Instant now = clock.instant();
        int forgotten = QuarkusTransaction.requiringNew().call(() ->
                queue.forget(now.minus(settings.keepArrived()), now.minus(settings.keepRefused())));
        LOG.infof("Forgot %d delivered messages", forgotten);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private int round(AtomicBoolean open) {
        List<Sender> due = QuarkusTransaction.requiringNew().call(() -> queue.due(clock.instant(), MOST_PER_ROUND));
        // In another order on every node, so that they are not in each other's way.
        List<Sender> shuffled = new ArrayList<>(due);
        Collections.shuffle(shuffled);
        Round round = new Round(new ConcurrentLinkedQueue<>(shuffled), open, new AtomicInteger());
        List<CompletableFuture<Void>> workers = Stream.generate(() -> executor.runAsync(() -> work(round)))
                .limit(Math.min(settings.parallel(), due.size())).toList();
        workers.forEach(CompletableFuture::join);
        return round.tried().get();
    }

    private void work(Round round) {
        Sender sender = round.turns().poll();
        while (sender != null && round.open().get() && !stopping) {
            try {
                turn(sender, round);
            } catch (CircuitBreakerOpenException away) {
                round.open().set(false);
            } catch (RuntimeException failure) {
                unexpected.run(() -> LOG.error("What somebody sent could not be delivered", failure));
                handover.postpone(sender);
            }
            sender = round.turns().poll();
        }
    }

    private void turn(Sender sender, Round round) {
        long until = System.nanoTime() + TURN.toNanos();
        Handover.Result result;
        do {
            result = handover.next(sender);
            round.tried().addAndGet(result == Handover.Result.NOTHING ? 0 : 1);
        } while (result == Handover.Result.SETTLED && System.nanoTime() < until && !stopping);
    }

    /** Whose turn is still to come, whether there is anybody to deliver to, and how much was tried. */
    private record Round(Queue<Sender> turns, AtomicBoolean open, AtomicInteger tried) {
    }
}
