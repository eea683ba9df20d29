package nl.opkoers.municipality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import nl.opkoers.scope.Scope;
import nl.opkoers.scope.Traced;
import nl.opkoers.served.ServedMunicipalities;
import nl.opkoers.served.ServedMunicipality;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Delivers what people sent, on every node at once: the rows' locks decide which node delivers what. Each municipality has places
 * of its own, so that one that is away or slow holds up no other's queue.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    /** For all municipalities together, beside the one that each has. */
    private static final int HELPERS = 12;
    private static final String WORK = "outbox";

    private final OutboxQueue queue;
    private final Handover handover;
    private final ServedMunicipalities served;
    private final ManagedExecutor executor;
    private final Clock clock;
    private final int parallel;
    /** Each holds a connection to the database while a municipality answers: all together they leave enough to who reads pages. */
    private final Semaphore helpers = new Semaphore(HELPERS);
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final OncePerMinute full;
    private volatile boolean stopping;

    Dispatcher(OutboxQueue queue, Handover handover, OutboxSettings settings, ServedMunicipalities served, ManagedExecutor executor,
            Clock clock) {
        this.queue = queue;
        this.handover = handover;
        this.served = served;
        this.executor = executor;
        this.clock = clock;
        this.parallel = settings.parallel();
        this.full = new OncePerMinute(clock);
    }

    /** Lets one look for each municipality; once that finds something, others help it. */
    @Scheduled(every = "${opkoers.outbox.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        Scope.portal(() -> served.all().stream().map(ServedMunicipality::code).forEach(code -> sendOut(code, () -> { })));
    }

    /**
     * Whether there was a place, and somebody to take it: one slow answer does not keep the others from going on.
     *
     * @param over what is done when this one is, if there was
     */
    private boolean sendOut(String municipality, Runnable over) {
        Semaphore place = places.computeIfAbsent(municipality, code -> new Semaphore(parallel));
        if (!place.tryAcquire()) {
            return false;
        }
        try {
            executor.supplyAsync(() -> Traced.apart(WORK, municipality,
                            () -> Scope.of(municipality, () -> Scope.portal(() -> drain(municipality, true)))))
                    .whenComplete((tried, failure) -> {
                        place.release();
                        over.run();
                        if (failure != null) {
                            LOG.errorf(failure, "Nothing can be delivered to municipality %s", municipality);
                        }
                    });
            return true;
        } catch (RuntimeException busy) {
            place.release();
            full.run(() -> LOG.warnf(busy, "Nobody is free to deliver to municipality %s: what is left waits for the next time", municipality));
            return false;
        }
    }

    /**
     * Delivers all that is due to the municipality for which this is done, until there is no more or it turns out to be away.
     *
     * @return how many messages were tried, whatever came of it
     */
    public int deliverDue() {
        String municipality = served.now().code();
        List<CompletableFuture<Integer>> all = Stream.generate(() -> executor.supplyAsync(
                () -> Traced.apart(WORK, municipality,
                        () -> Scope.of(municipality, () -> Scope.portal(() -> drain(municipality, false)))))).limit(parallel).toList();
        return all.stream().mapToInt(CompletableFuture::join).sum();
    }

    /** Gives back their turn to messages that lost it, whichever municipality they are for. */
    @Scheduled(cron = "${opkoers.nightly.at}", timeZone = "Europe/Amsterdam", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tidy() {
        int mended = Scope.portal(() -> QuarkusTransaction.requiringNew().call(() -> queue.mend(clock.instant())));
        LOG.infof("Gave %d messages their turn back", mended);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    /** @param callingHelp whether there may be more than one can deliver */
    private int drain(String municipality, boolean callingHelp) {
        int tried = 0;
        try {
            while (!stopping && served.of(municipality).isPresent() && handover.next(municipality) != Handover.Result.NOTHING) {
                if (tried++ == 0 && callingHelp) {
                    callHelp(municipality);
                }
            }
        } catch (CircuitBreakerOpenException away) {
            LOG.debugf("Municipality %s is away", municipality);
        }
        return tried;
    }

    private void callHelp(String municipality) {
        int helping = 1;
        while (helping < parallel && helpers.tryAcquire()) {
            if (!sendOut(municipality, helpers::release)) {
                helpers.release();
                return;
            }
            helping++;
        }
    }
}
