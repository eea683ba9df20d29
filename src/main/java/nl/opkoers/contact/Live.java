package nl.opkoers.contact;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells an open page at once that there is something new in a conversation, on whichever node it was said: the database
 * announces it. Only that there is something; the page then asks for it as for any other.
 */
@ApplicationScoped
class Live {

    static final String CHANNEL = "conversation_turn";

    private static final Logger LOG = Logger.getLogger(Live.class);
    /** Whether to stop is looked at this often. */
    private static final Duration LISTEN_FOR = Duration.ofSeconds(1);
    /** After so many times it is asked whether the database is still there: of a connection that was cut off nothing is heard. */
    private static final int ASKED_EVERY = 30;
    private static final int ANSWERS_WITHIN_SECONDS = 5;
    /** What was said while nobody listened may be in any conversation. */
    private static final String ANYWHERE = "";

    private static final String TURN = "turn";
    private static final String STILL_HERE = "still";
    private static final Duration LASTS = Duration.ofMinutes(5);
    /** What stands between forgets who says nothing for a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(25);

    private final AgroalDataSource database;
    private final BroadcastProcessor<String> heard = BroadcastProcessor.create();
    private volatile boolean stopped;

    Live(AgroalDataSource database) {
        this.database = database;
    }

    static String place(ParticipantKey key, UUID id) {
        return key.municipality() + " " + key.participant() + " " + id;
    }

    /** Something whenever there may be something new in this conversation. */
    Multi<Boolean> of(ParticipantKey key, UUID id) {
        String place = place(key, id);
        return heard.onOverflow().dropPreviousItems().filter(said -> said.equals(place) || said.equals(ANYWHERE)).map(said -> true);
    }

    /**
     * What a page that is open hears: {@value #TURN} whenever there may be something new in this conversation, and now and then
     * that it is still heard. It ends before long; a page that is still there asks again, and is then looked at again.
     */
    Multi<String> told(ParticipantKey key, UUID id) {
        Multi<String> ticks = Multi.createFrom().ticks().every(SIGN_OF_LIFE).map(tick -> STILL_HERE);
        return Multi.createBy().merging().streams(of(key, id).map(something -> TURN), ticks).select().first(LASTS);
    }

    void start(@Observes StartupEvent started) {
        Thread listener = new Thread(this::listen, "conversations");
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
            } catch (SQLException away) {
                pause(away);
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        heard.onNext(ANYWHERE);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        for (int times = 1; !stopped; times++) {
            PGNotification[] said = postgres.getNotifications((int) LISTEN_FOR.toMillis());
            for (int i = 0; said != null && i < said.length; i++) {
                heard.onNext(said[i].getParameter());
            }
            if (times % ASKED_EVERY == 0 && !connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                throw new SQLException("the database does not answer");
            }
        }
    }

    private void pause(SQLException away) {
        if (!stopped) {
            LOG.warnf("New turns are not heard of at once: %s", away.getMessage());
            try {
                Thread.sleep(LISTEN_FOR.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
        }
    }
}
