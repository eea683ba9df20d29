package nl.opkoers.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A real PostgreSQL inside the demo, with a database for the portal and one for the reference municipality.
 *
 * <p>Rows are kept: the data directory stays, and {@code fsync} and {@code synchronous_commit} are on, which the
 * library turns off. What was committed survives {@code kill -9} of the program and of the machine.
 */
public final class DemoDatabase implements AutoCloseable {
    static final String PORTAL = "opkoers";
    static final String PORTAL_OWNER = "opkoers_owner";
    static final String PORTAL_APP = "opkoers_app";
    static final String MUNICIPALITY = "gemeente";

    private final EmbeddedPostgres postgres;

    private DemoDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Where and how the database runs.
     *
     * @param programs absolute; where PostgreSQL is unpacked. The library lets everybody write there, which
     *     is taken back
     * @param data absolute; the rows
     * @param log what PostgreSQL says
     * @param port on 127.0.0.1; 0 takes a free one
     */
    record Place(Path programs, Path data, Path log, int port) {
        static Place kept(Path directory, int port) {
            Path absolute = directory.toAbsolutePath().normalize();
            return new Place(absolute.resolve("programs"), absolute.resolve("postgres"),
                    absolute.resolve("postgres.log"), port);
        }

        static Place passing(Path programs, Path data) {
            Path absolute = programs.toAbsolutePath().normalize();
            return new Place(absolute, data.toAbsolutePath().normalize(), absolute.resolve("postgres.log"), 0);
        }
    }

    /**
     * Starts the database and makes the roles and databases that are not there yet. Returns once it answers.
     *
     * @throws DemoFailure if it does not start
     */
    static DemoDatabase start(Place place, DemoSettings settings) {
        SurvivingPostgres.stop(place.data());
        DemoDatabase database = new DemoDatabase(postgres(place));
        try {
            database.requireOwn(place);
            database.prepare(settings);
            return database;
        } catch (IOException | SQLException | IllegalStateException failure) {
            database.close();
            throw failure(place, failure);
        }
    }

    private static DemoFailure failure(Place place, Exception failure) {
        return new DemoFailure("The demo's database in " + place.data() + " does not start. What it said is at the end"
                + " of " + place.log() + ".", failure);
    }

    private static EmbeddedPostgres postgres(Place place) {
        try {
            Files.createDirectories(place.programs());
            EmbeddedPostgres postgres = configured(place).start();
            Files.setPosixFilePermissions(place.programs(), PosixFilePermissions.fromString("rwxr-xr-x"));
            return postgres;
        } catch (IOException | IllegalStateException failure) {
            throw failure(place, failure);
        }
    }

    private static EmbeddedPostgres.Builder configured(Place place) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(place.programs().toFile())
                .setDataDirectory(place.data())
                .setCleanDataDirectory(false)
                // Stopped by the demo itself, after the portal: a hook of its own would pull it away too early.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
                // The same order and case rules on every machine, whatever language it is set to.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // Reached by TCP only: a socket in a directory that all programs share would be one more thing to collide.
                .setServerConfig("unix_socket_directories", "")
                // Memory that nobody's rows need is not taken; a benchmark fills it with those of a million.
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60");
        if (place.port() != 0) {
            builder.setPort(place.port());
        }
        return builder;
    }

    /** If ours could not start, another PostgreSQL may answer at the same port: its roles are not for us to change. */
    private void requireOwn(Place place) throws SQLException, IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW data_directory")) {
            if (!rows.next() || !Path.of(rows.getString(1)).toRealPath().equals(place.data().toRealPath())) {
                throw new IllegalStateException("another PostgreSQL answers at port " + port());
            }
        }
    }

    private void prepare(DemoSettings settings) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            role(connection, PORTAL_OWNER, settings.ownerPassword());
            role(connection, PORTAL_APP, settings.appPassword());
            role(connection, MUNICIPALITY, settings.municipalityPassword());
            database(connection, PORTAL, PORTAL_OWNER);
            database(connection, MUNICIPALITY, MUNICIPALITY);
            execute(connection, "GRANT CONNECT ON DATABASE " + PORTAL + " TO " + PORTAL_APP);
        }
    }

    /** One more database for one more reference municipality, with the same role as the first. */
    void addMunicipality(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            database(connection, name, MUNICIPALITY);
        } catch (SQLException failure) {
            throw new DemoFailure("There is no database for another municipality.", failure);
        }
    }

    /** The password is set on every start: the kept settings may have been made anew. */
    private static void role(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute(connection, "CREATE ROLE " + role);
        }
        execute(connection, "ALTER ROLE " + role + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE"
                + " NOREPLICATION PASSWORD '" + password + "'");
    }

    private static void database(Connection connection, String database, String owner) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            execute(connection, "CREATE DATABASE " + database + " OWNER " + owner);
        }
        execute(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The JDBC address of a database here, without user and password. */
    public String jdbcUrl(String database) {
        return jdbcUrl(postgres.getPort(), database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public int port() {
        return postgres.getPort();
    }

    /** Stops PostgreSQL; open transactions are rolled back. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
