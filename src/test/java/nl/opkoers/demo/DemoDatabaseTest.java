package nl.opkoers.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody wrote in the demo is still there, whatever happened to the program in between. */
class DemoDatabaseTest {
    @TempDir
    Path directory;

    @Test
    void whatWasCommittedSurvivesKill9OfTheProgram() throws Exception {
        Process program = startProgram();
        long survivor = SurvivingPostgres.find(data()).orElseThrow().pid();
        program.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        assertTrue(ProcessHandle.of(survivor).orElseThrow().isAlive(), "the trap: PostgreSQL outlives its program");

        try (DemoDatabase database = DemoDatabase.start(place(), DemoSettings.in(directory))) {
            assertEquals("kept", oneText(owner(database), "SELECT text FROM note"));
            assertFalse(ProcessHandle.of(survivor).isPresent(), "the survivor was stopped");
        }
    }

    @Test
    void aPidThatNowBelongsToSomethingElseIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.createDirectories(data());
            Files.writeString(data().resolve("postmaster.pid"), stranger.pid() + "\n" + data() + "\n");

            SurvivingPostgres.stop(data());

            assertTrue(stranger.isAlive(), "only a PostgreSQL of this directory is stopped");
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void theRowsOfAPostgresOfAnotherDirectoryAreNotOurs() throws Exception {
        try (DemoDatabase other = DemoDatabase.start(place(), DemoSettings.in(directory))) {
            Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
            Files.copy(data().resolve("postmaster.pid"), elsewhere.resolve("postmaster.pid"));

            SurvivingPostgres.stop(elsewhere);

            assertEquals("on", oneText(owner(other), "SHOW fsync"));
        }
    }

    @Test
    void rowsAreWrittenToDiskAndRolesHaveNoMoreThanTheyNeed() throws Exception {
        try (DemoDatabase database = DemoDatabase.start(place(), DemoSettings.in(directory))) {
            assertEquals("on", oneText(owner(database), "SHOW fsync"));
            assertEquals("on", oneText(owner(database), "SHOW synchronous_commit"));
            for (String role : new String[] {"opkoers_owner", "opkoers_app", "gemeente"}) {
                assertEquals("f f", oneText(owner(database),
                        "SELECT concat_ws(' ', rolsuper, rolbypassrls) FROM pg_roles WHERE rolname = '" + role + "'"));
            }
            assertThrows(SQLException.class, () -> connect(database, "gemeente", "opkoers_app", "any"),
                    "the portal has no way into the municipality's database");
        }
    }

    @Test
    void secretsAreKeptAndOpenToTheirOwnerOnly() throws IOException {
        String secret = DemoSettings.in(directory).sessionSecret();

        assertEquals(secret, DemoSettings.in(directory).sessionSecret());
        assertTrue(secret.length() >= 32);
        assertEquals("rw-------", PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("settings.properties"))));
    }

    /** A program of its own that starts the database, writes one row and then waits to be killed. */
    private Process startProgram() throws IOException {
        Process program = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx128m",
                "-cp", System.getProperty("java.class.path"), Program.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = program.inputReader();
        String line = said.readLine();
        while (line != null && !line.equals(Program.READY)) {
            line = said.readLine();
        }
        assertEquals(Program.READY, line, "the program wrote its row");
        return program;
    }

    static final class Program {
        static final String READY = "ready";

        public static void main(String... words) throws Exception {
            Path directory = Path.of(words[0]);
            DemoDatabase database = DemoDatabase.start(DemoDatabase.Place.kept(directory, 0), DemoSettings.in(directory));
            try (Connection connection = connect(database, "opkoers", "opkoers_owner",
                    DemoSettings.in(directory).ownerPassword()); Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE note (text text)");
                statement.execute("INSERT INTO note VALUES ('kept')");
            }
            System.out.println(READY);
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        }
    }

    private DemoDatabase.Place place() {
        return DemoDatabase.Place.kept(directory, 0);
    }

    private Path data() {
        return place().data();
    }

    private Connection owner(DemoDatabase database) throws SQLException {
        return connect(database, "opkoers", "opkoers_owner", DemoSettings.in(directory).ownerPassword());
    }

    private static Connection connect(DemoDatabase database, String name, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(name), user, password);
    }

    private static String oneText(Connection connection, String query) throws SQLException {
        try (connection; Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
