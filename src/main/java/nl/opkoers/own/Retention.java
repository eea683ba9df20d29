package nl.opkoers.own;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nl.opkoers.language.Dates;
import nl.opkoers.law.KeptTable;
import nl.opkoers.law.KeptTables;
import nl.opkoers.scope.Scope;
import org.jboss.logging.Logger;

/**
 * Takes away, each night, what was kept for as long as the retention table says. Every node does; what is gone is gone. There from
 * the start, so that a first failure is counted from nothing.
 */
@Startup
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final KeptTableRows rows;
    private final Clock clock;
    private final Counter failed;

    Retention(KeptTableRows rows, Clock clock, MeterRegistry meters) {
        this.rows = rows;
        this.clock = clock;
        this.failed = Counter.builder("opkoers.retention.failed").description("Tables from which what is old could not be taken away")
                .register(meters);
    }

    @Scheduled(cron = "${opkoers.nightly.at}", timeZone = "Europe/Amsterdam", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNight() {
        LOG.infof("What was kept long enough went: %s", Scope.portal(this::takeAwayTheOld));
    }

    /**
     * Goes through the whole table, in its order: conversations and hours before the files that belong to them, visits last
     * because others count from them. What cannot be taken away tonight does not keep the rest.
     *
     * @return how many rows went, by table
     */
    public Map<String, Integer> takeAwayTheOld() {
        Map<String, Integer> gone = new TreeMap<>();
        KeptTables.standard().tables().stream().filter(kept -> kept.term() != null)
                .forEach(kept -> gone.merge(kept.table(), takeAway(kept), Integer::sum));
        gone.values().removeIf(number -> number == 0);
        return gone;
    }

    private int takeAway(KeptTable kept) {
        try {
            return rows.forget(kept, before(kept));
        } catch (RuntimeException failure) {
            failed.increment();
            LOG.errorf(failure, "What is old in %s stays for now", kept.table());
            return 0;
        }
    }

    private Instant before(KeptTable kept) {
        return clock.instant().atZone(Dates.AMSTERDAM).minus(kept.term()).toInstant();
    }
}
