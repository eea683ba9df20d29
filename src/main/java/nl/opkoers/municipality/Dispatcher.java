package nl.opkoers.municipality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import nl.opkoers.scope.Scope;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** Delivers what people sent, on every node at once: the rows' locks decide which node delivers what. */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final OutboxQueue queue;
    private final Handover handover;
    private final ManagedExecutor executor;
    private final Clock clock;
    private final int parallel;
    private final Semaphore places;
    private volatile boolean stopping;

    Dispatcher(OutboxQueue queue, Handover handover, OutboxSettings settings, ManagedExecutor executor, Clock clock) {
        this.queue = queue;
        this.handover = handover;
        this.executor = executor;
        this.clock = clock;
        this.parallel = settings.parallel();
        this.places = new Semaphore(parallel);
    }

    /** Fills every free place: one slow answer does not keep the others from going on. */
    @Scheduled(every = "${opkoers.outbox.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        while (places.tryAcquire()) {
            executor.supplyAsync(() -> Scope.portal(this::drain)).whenComplete((tried, failure) -> {
                places.release();
                if (failure != null) {
                    LOG.error("Nothing can be delivered", failure);
                }
            });
        }
    }

    /**
     * Delivers all that is due, until there is no more or the municipality turns out to be away.
     *
     * @return how many messages were tried, whatever came of it
     */
    public int deliverDue() {
        List<CompletableFuture<Integer>> all = Stream.generate(() -> executor.supplyAsync(() -> Scope.portal(this::drain)))
                .limit(parallel).toList();
        return all.stream().mapToInt(CompletableFuture::join).sum();
    }

    /** Gives back their turn to messages that lost it. */
    @Scheduled(cron = "0 40 3 * * ?", timeZone = "Europe/Amsterdam", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tidy() {
        int mended = Scope.portal(() -> QuarkusTransaction.requiringNew().call(() -> queue.mend(clock.instant())));
        LOG.infof("Gave %d messages their turn back", mended);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private int drain() {
        int tried = 0;
        try {
            while (!stopping && handover.next() != Handover.Result.NOTHING) {
                tried++;
            }
        } catch (CircuitBreakerOpenException away) {
            LOG.debug("The municipality is away");
        }
        return tried;
    }
}
