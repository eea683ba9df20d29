package nl.opkoers.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import nl.opkoers.scope.Scope;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Whether PostgreSQL puts its log of changes (WAL) away, where it is to do so. While it cannot, nobody notices: pages go on, the log
 * grows until the disk is full, and what people do has no copy.
 */
@Startup
@ApplicationScoped
public class Archive {

    /** 1 when the last try failed; also where nothing is put away it is 0. */
    public static final String FAILING = "select count(*) from pg_stat_archiver where last_failed_time is not null"
            + " and (last_archived_time is null or last_failed_time > last_archived_time)";

    private static final Logger LOG = Logger.getLogger(Archive.class);

    private final StatelessSession rows;
    private volatile double failing;

    Archive(StatelessSession rows, MeterRegistry meters) {
        this.rows = rows;
        Gauge.builder("opkoers.archive.failing", () -> failing)
                .description("Whether PostgreSQL could not put its log of changes away when it last tried").register(meters);
    }

    /** What cannot be read stays as it was: that the database is away is told by others. */
    @Scheduled(every = "${opkoers.operations.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            failing = Scope.portal(() -> QuarkusTransaction.requiringNew()
                    .call(() -> rows.createNativeQuery(FAILING, Long.class).getSingleResult()));
        } catch (RuntimeException away) {
            LOG.debugf("Whether the log of changes is put away cannot be read: %s", away.getClass().getSimpleName());
        }
    }
}
