package nl.opkoers.own;

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

/** Takes away, each night, what was kept for as long as the retention table says. Every node does; what is gone is gone. */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final KeptTableRows rows;
    private final Clock clock;

    Retention(KeptTableRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(cron = "0 30 3 * * ?", timeZone = "Europe/Amsterdam", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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
            LOG.errorf(failure, "What is old in %s stays for now", kept.table());
            return 0;
        }
    }

    private Instant before(KeptTable kept) {
        return clock.instant().atZone(Dates.AMSTERDAM).minus(kept.term()).toInstant();
    }
}
