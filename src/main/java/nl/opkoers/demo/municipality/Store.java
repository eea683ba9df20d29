package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;

/** The municipality's own database. The only place that knows which number belongs to which dossier. */
final class Store implements AutoCloseable {

    /** Work that needs one connection and happens wholly or not at all. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final AgroalDataSource pool;

    Store(Settings settings) {
        try {
            pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool
                            .maxSize(8)
                            .acquisitionTimeout(Duration.ofSeconds(5))
                            // A connection that broke, as all do when the server is replaced, is not lent again.
                            .exceptionSorter(new PostgreSQLExceptionSorter())
                            .connectionFactoryConfiguration(connection -> connection
                                    .jdbcUrl(settings.jdbcUrl())
                                    .principal(new NamePrincipal(settings.user()))
                                    .credential(new SimplePassword(settings.password()))
                                    // The population is thousands of rows in one go.
                                    .jdbcProperty("reWriteBatchedInserts", "true"))));
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    void createTables() {
        String script = script();
        inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(script);
            }
        });
    }

    Optional<String> idOfBsn(String bsn) {
        return text("select id from inburgeraar where bsn = cast(? as char(9))", bsn);
    }

    Optional<String> idOfVNumber(String vNumber) {
        return text("select id from inburgeraar where v_nummer = cast(? as char(10))", vNumber);
    }

    Optional<String> dossier(String id) {
        return text("select dossier::text from inburgeraar where id = ?", id);
    }

    Optional<String> municipality() {
        return text("select gegevens::text from gemeente where gemeentecode = ?", Waterstad.CODE);
    }

    /** The id under which others know a member of the cast. */
    Optional<String> idOfKey(String key) {
        return text("select id from inburgeraar where sleutel = ?", key);
    }

    /** Lets other changes to this person wait until this transaction ends. */
    private static void lock(Connection connection, String participant) throws SQLException {
        text(connection, "select id from inburgeraar where id = ? for update", participant);
    }

    /** The dossier, which nobody else changes until this transaction ends; empty when nobody has that id. */
    static Optional<ObjectNode> lockedDossier(Connection connection, String participant) throws SQLException {
        if (!Routes.isId(participant)) {
            return Optional.empty();
        }
        lock(connection, participant);
        return dossier(connection, participant);
    }

    static Optional<ObjectNode> dossier(Connection connection, String participant) throws SQLException {
        return text(connection, "select dossier::text from inburgeraar where id = ?", participant).map(Json::object);
    }

    <T> T inTransaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** The first column of the first row. */
    Optional<String> text(String query, String... arguments) {
        try (Connection connection = pool.getConnection()) {
            return text(connection, query, arguments);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private static Optional<String> text(Connection connection, String query, String... arguments) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setString(i + 1, arguments[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** PostgreSQL quotes the offending values in its messages; only the state code may leave here. */
    private static IllegalStateException unusable(SQLException e) {
        return new IllegalStateException("The municipality's database failed with SQLSTATE " + e.getSQLState());
    }

    private static String script() {
        try (InputStream script = Store.class.getResourceAsStream("/demo/municipality/schema.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
