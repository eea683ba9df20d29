package nl.opkoers.scope;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells PostgreSQL who asks, on every connection that is taken from the pool and before anything else is asked on it. Everything
 * is said each time, also that there is nobody: so nothing is left of whoever had the connection before. A transaction takes its
 * connection once.
 */
@ApplicationScoped
@Unremovable
public class ScopedConnections implements AgroalPoolInterceptor {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** The settings by which the functions of the database know who asks. */
    private static final List<String> SETTINGS = List.of("municipality", "participant", "employee", "role", "name", "today",
            "portal", "trace");
    private static final String TELL = SETTINGS.stream().map(name -> "set_config('opkoers." + name + "', ?, false)")
            .collect(Collectors.joining(", ", "select ", ""));

    /** The same at the replica; the last column says whether that has all that it needs to have. */
    private static final String TELL_REPLICA = TELL + ", pg_is_in_recovery()"
            + " and pg_last_wal_replay_lsn() >= greatest(cast(? as pg_lsn), cast(? as pg_lsn)); ";

    /** Whether this thread takes a connection to tell it who asks with its first question. */
    private final ThreadLocal<Boolean> tellsItself = ThreadLocal.withInitial(() -> false);

    private final WhoAsks whoAsks;
    private final Trace trace;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transactions;
    private final Instance<AgroalDataSource> pool;
    private final Replica replica;

    ScopedConnections(WhoAsks whoAsks, Trace trace, Clock clock, TransactionSynchronizationRegistry transactions,
            Instance<AgroalDataSource> pool, Replica replica) {
        this.whoAsks = whoAsks;
        this.trace = trace;
        this.clock = clock;
        this.transactions = transactions;
        this.pool = pool;
        this.replica = replica;
    }

    /** @throws IllegalStateException when it cannot be told; then nobody gets the connection */
    @Override
    public void onConnectionAcquire(Connection connection) {
        if (tellsItself.get()) {
            return;
        }
        try {
            tell(connection);
        } catch (SQLException untold) {
            throw new IllegalStateException("The database cannot be told who asks", untold);
        }
        if (transactions.getTransactionKey() != null) {
            transactions.putResource(ScopedConnections.class, Scope.isPortal());
        }
    }

    /** Tells it to the connection of the running transaction, if that has one, because it is not as it was told. */
    void tellAgain() {
        if (transactions.getTransactionKey() == null) {
            return;
        }
        Object told = transactions.getResource(ScopedConnections.class);
        if (told == null || told.equals(Scope.isPortal())) {
            return;
        }
        try (Connection same = pool.get().getConnection()) {
            tell(same);
            transactions.putResource(ScopedConnections.class, Scope.isPortal());
        } catch (SQLException untold) {
            // It failed before: what could still be done with it must come to nothing.
            transactions.setRollbackOnly();
        }
    }

    private void tell(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            set(statement, values());
            statement.execute();
        }
    }

    /**
     * Asks a question by itself, and says who asks in the same message: PostgreSQL does the one after the other, and not the second
     * when the first fails. Outside any transaction the replica is asked, if there is one that has what it needs to have.
     *
     * @param since the position in the log of changes before which nothing may be missing
     * @return the rows of each part
     * @throws PersistenceException when it cannot be asked
     */
    Map<String, List<Row>> ask(Questions.Asked asked, String since) {
        // In a transaction others go on with the connection: there it is told as always.
        boolean alone = transactions.getTransactionKey() == null;
        return (alone ? askReplica(asked, since) : Optional.<Map<String, List<Row>>>empty())
                .orElseGet(() -> askItself(asked, alone));
    }

    /** Empty when the replica is not to be asked, lacks something, or fails: then the database itself answers the same question. */
    private Optional<Map<String, List<Row>>> askReplica(Questions.Asked asked, String since) {
        Optional<String> least = replica.reached();
        if (least.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = replica.connection();
                PreparedStatement statement = connection.prepareStatement(TELL_REPLICA + asked.question().sql())) {
            set(statement, Stream.of(values(), List.of(least.get(), since), asked.values()).flatMap(List::stream).toList());
            statement.execute();
            try (ResultSet told = statement.getResultSet()) {
                if (!told.next() || !told.getBoolean(SETTINGS.size() + 1)) {
                    return Optional.empty();
                }
            }
            statement.getMoreResults();
            return Optional.of(rows(statement, asked.question()));
        } catch (SQLException failure) {
            replica.leaveOut(failure);
            return Optional.empty();
        }
    }

    private Map<String, List<Row>> askItself(Questions.Asked asked, boolean alone) {
        String sql = asked.question().sql();
        tellsItself.set(alone);
        try (Connection connection = pool.get().getConnection();
                PreparedStatement statement = connection.prepareStatement(alone ? TELL + "; " + sql : sql)) {
            tellsItself.remove();
            set(statement, Stream.concat(alone ? values().stream() : Stream.empty(), asked.values().stream()).toList());
            statement.execute();
            if (alone) {
                statement.getMoreResults();
            }
            return rows(statement, asked.question());
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        } finally {
            tellsItself.remove();
        }
    }

    private static Map<String, List<Row>> rows(PreparedStatement statement, Questions.Question question) throws SQLException {
        Map<String, List<Row>> rows = new HashMap<>();
        question.names().forEach(name -> rows.put(name, new ArrayList<>()));
        try (ResultSet each = statement.getResultSet()) {
            while (each.next()) {
                String[] columns = new String[question.width()];
                for (int number = 0; number < columns.length; number++) {
                    columns[number] = each.getString(number + 2);
                }
                rows.get(each.getString(1)).add(Row.of(columns));
            }
        }
        return rows;
    }

    private static void set(PreparedStatement statement, List<String> values) throws SQLException {
        for (int number = 0; number < values.size(); number++) {
            statement.setString(number + 1, values.get(number));
        }
    }

    /** In the order of the settings; empty is what there is not. */
    private List<String> values() {
        WhoAsks.Who who = whoAsks.now();
        return Stream.of(who.municipality(), who.participant(), who.employee(), who.role(), who.name(),
                        LocalDate.now(clock.withZone(AMSTERDAM)).toString(), Scope.isPortal() ? "yes" : null, traceId())
                // PostgreSQL knows no character zero.
                .map(value -> value == null ? "" : value.replace("\0", "")).toList();
    }

    private String traceId() {
        try {
            return trace.id();
        } catch (ContextNotActiveException noRequest) {
            return Trace.begun();
        }
    }
}
