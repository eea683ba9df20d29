package nl.opkoers.scope;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jboss.logging.Logger;
import org.postgresql.replication.LogSequenceNumber;

/**
 * A streaming replica of the database, if there is one, which answers what may be a moment old. Every second both are asked how far
 * they are. A replica that is away, does not follow any more or is too far behind is left out until it is well again.
 */
@ApplicationScoped
public class Replica {

    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);
    /** The pool writes a line in the log each time that it cannot connect. */
    private static final Duration LOOKED_FOR_EVERY = Duration.ofSeconds(5);
    private static final Duration MOST_BEHIND = Duration.ofSeconds(2);
    /** When the last look began longer ago than this, one of both does not answer. */
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(3);
    private static final int MOST_MARKS = 600;

    /** By which two servers are known to have the same rows, and both to take us for the same. */
    private static final String ITSELF = "select concat_ws(' ', (select system_identifier from pg_control_system()), current_database(),"
            + " current_user), ";
    private static final String HOW_FAR = ITSELF + "pg_current_wal_flush_lsn()";
    private static final String HOW_FAR_THERE = ITSELF + "case when pg_is_in_recovery() then pg_last_wal_replay_lsn() end";

    private final Instance<AgroalDataSource> database;
    private final Optional<AgroalDataSource> replica;
    /** How far the database was, and when; of what the replica has not reached yet. Of the thread that looks. */
    private final Deque<Mark> ahead = new ArrayDeque<>();
    private volatile Seen seen;
    private volatile boolean stopped;
    /** Of the thread that looks: whether it has reached any mark. Until then nobody knows since when it stands still. */
    private boolean follows;
    private boolean leftOut;

    Replica(Instance<AgroalDataSource> database, @DataSource("replica") InjectableInstance<AgroalDataSource> replica) {
        this.database = database;
        this.replica = replica.listActive().stream().findFirst();
    }

    /** How far one of both is in the log of changes (WAL). */
    private record Place(String of, LogSequenceNumber position) {

        static Place of(Connection connection, String question) throws SQLException {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(question)) {
                row.next();
                if (row.getString(2) == null) {
                    throw new SQLException("it is no replica");
                }
                return new Place(row.getString(1), LogSequenceNumber.valueOf(row.getString(2)));
            }
        }
    }

    private record Mark(long at, LogSequenceNumber position) {
    }

    /** What the last look told. */
    private record Seen(long at, Duration behind, String reached) {
    }

    /** Whether there is one at all. */
    public boolean isSet() {
        return replica.isPresent();
    }

    /** Whether it is read from now. */
    public boolean isUsed() {
        return reached().isPresent();
    }

    /** By how many seconds it was behind when it was last looked at; empty when that cannot be said. */
    public OptionalDouble behind() {
        Seen last = seen;
        return last == null ? OptionalDouble.empty() : OptionalDouble.of(last.behind().toNanos() / (double) Duration.ofSeconds(1).toNanos());
    }

    /** The position in the log of changes that it had reached when it was last looked at; empty when it is not to be read from. */
    Optional<String> reached() {
        return Optional.ofNullable(seen).filter(last -> last.behind().compareTo(MOST_BEHIND) <= 0
                && System.nanoTime() - last.at() < TRUSTED_FOR.toNanos()).map(Seen::reached);
    }

    /** A connection on which nothing can be changed; it is told nothing of who asks. */
    Connection connection() throws SQLException {
        return replica.orElseThrow().getConnection();
    }

    /** Lets nobody else stumble over what just failed: the next look tells whether it is well. */
    void leaveOut(Exception failure) {
        seen = null;
        LOG.debugf("The replica did not answer: %s", named(failure));
    }

    void start(@Observes StartupEvent started) {
        if (isSet()) {
            Thread looker = new Thread(this::look, "replica");
            looker.setDaemon(true);
            looker.start();
        }
    }

    void stop(@Observes ShutdownEvent ended) {
        stopped = true;
    }

    private void look() {
        while (!stopped) {
            try (Connection itself = database.get().getConnection(); Connection there = connection()) {
                ahead.clear();
                follows = false;
                while (!stopped) {
                    lookAt(itself, there);
                    pause(LOOKED_AT_EVERY);
                }
            } catch (SQLException | RuntimeException away) {
                if (stopped) {
                    return;
                }
                seen = null;
                tell(true, named(away));
                // They were opened before it went, and each would fail once more.
                replica.orElseThrow().flush(AgroalDataSource.FlushMode.IDLE);
            }
            pause(LOOKED_FOR_EVERY);
        }
    }

    private void lookAt(Connection itself, Connection there) throws SQLException {
        Place now = Place.of(itself, HOW_FAR);
        long at = System.nanoTime();
        Place reached = Place.of(there, HOW_FAR_THERE);
        if (!reached.of().equals(now.of())) {
            throw new SQLException("it is of another database, or for another role");
        }
        // Of a replica that stands still the first mark counts, and there is no end to the others.
        if (ahead.size() == MOST_MARKS) {
            ahead.removeLast();
        }
        ahead.addLast(new Mark(at, now.position()));
        follows |= ahead.removeIf(mark -> mark.position().compareTo(reached.position()) <= 0);
        Duration behind = ahead.isEmpty() ? Duration.ZERO : Duration.ofNanos(at - ahead.getFirst().at());
        seen = follows ? new Seen(at, behind, reached.position().asString()) : null;
        tell(behind.compareTo(MOST_BEHIND) > 0, "it is more than " + MOST_BEHIND.toSeconds() + " seconds behind");
    }

    /** Once each time that it changes. */
    private void tell(boolean out, String why) {
        if (out && !leftOut) {
            LOG.warnf("The replica is left out: %s", why);
        } else if (!out && leftOut) {
            LOG.info("The replica is read from again");
        }
        leftOut = out;
    }

    /** Without what the database says of a row or a parameter. */
    private static String named(Exception failure) {
        return failure instanceof SQLException refused && refused.getSQLState() != null
                ? failure.getClass().getSimpleName() + " " + refused.getSQLState() : failure.getMessage();
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
