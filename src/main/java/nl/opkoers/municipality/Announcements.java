package nl.opkoers.municipality;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Listens to the database, on one connection of its own, for everybody here who wants to hear something at once. */
@ApplicationScoped
class Announcements {

    private static final Logger LOG = Logger.getLogger(Announcements.class);
    /** Whether to stop is looked at this often. */
    private static final Duration LISTEN_FOR = Duration.ofSeconds(1);
    /** After so many times it is asked whether the database is still there: of a connection that was cut off nothing is heard. */
    private static final int ASKED_EVERY = 30;
    private static final int ANSWERS_WITHIN_SECONDS = 5;

    private final AgroalDataSource database;
    private final List<Hearer> hearers;
    private volatile boolean stopped;

    Announcements(AgroalDataSource database, @All List<Hearer> hearers) {
        this.database = database;
        this.hearers = hearers;
    }

    void start(@Observes StartupEvent started) {
        Thread listener = new Thread(this::listen, "announcements");
        listener.setDaemon(true);
        listener.start();
    }

    void stop(@Observes ShutdownEvent ended) {
        stopped = true;
    }

    private void listen() {
        while (!stopped) {
            try (Connection connection = database.getConnection()) {
                hear(connection);
            } catch (SQLException | RuntimeException away) {
                pause(away);
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try {
            execute(connection, hearers.stream().map(hearer -> "listen " + hearer.channel()).toList());
            hearers.forEach(Hearer::begin);
            hearOn(connection);
        } finally {
            hearNoMore(connection);
        }
    }

    private static void execute(Connection connection, List<String> commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /** It goes back to the pool: what it would still hear there nobody fetches. */
    private static void hearNoMore(Connection connection) {
        try {
            execute(connection, List.of("unlisten *"));
        } catch (SQLException gone) {
            LOG.debug("The connection on which was listened is gone");
        }
    }

    private void hearOn(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        for (int times = 1; !stopped; times++) {
            PGNotification[] said = postgres.getNotifications((int) LISTEN_FOR.toMillis());
            for (int i = 0; said != null && i < said.length; i++) {
                tell(said[i]);
            }
            if (times % ASKED_EVERY == 0 && !connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                throw new SQLException("the database does not answer");
            }
        }
    }

    private void tell(PGNotification said) {
        hearers.stream().filter(hearer -> hearer.channel().equals(said.getName())).forEach(hearer -> {
            try {
                hearer.heard(said.getParameter());
            } catch (RuntimeException unheard) {
                // One that cannot be understood is no reason to hear nothing of the next.
                LOG.errorf(unheard, "What was said on %s is not understood", said.getName());
            }
        });
    }

    private void pause(Exception away) {
        if (!stopped) {
            LOG.warnf("What other nodes do is not heard of at once: %s", away.getMessage());
            try {
                Thread.sleep(LISTEN_FOR.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
        }
    }
}
