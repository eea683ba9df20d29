package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.opkoers.Database;
import nl.opkoers.Debian;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.language.Language;
import nl.opkoers.topology.Compose;
import nl.opkoers.watch.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the database is lost: what people did is had back with the scripts that are shipped. */
class BackupIT extends ShippedPortal {

    private static final String APP = "opkoers_app";
    private static final String OWNER = "opkoers_owner";

    @TempDir
    Path place;

    private Path data;
    private Path backups;
    private int port;
    private EmbeddedPostgres postgres;
    private PortalProcess portal;
    private String kept = "1";

    @BeforeEach
    void withADatabaseThatPutsItsLogAway() throws IOException {
        if (!psqlIsThere() && Debian.canInstall()) {
            Debian.install("postgresql-client");
        }
        assumeTrue(psqlIsThere(), "there is no psql: backup and restore were not tried");
        data = Files.createDirectory(place.resolve("data"));
        backups = place.resolve("backups");
        Files.createDirectory(backups);
        port = PortalProcess.freePort();
        postgres = postgres();
        for (String sql : List.of("create role " + OWNER + " login password 'owner'", "create role " + APP + " login password 'app'",
                "create database opkoers owner " + OWNER)) {
            run(sql);
        }
        database = new Database(name -> Map.of("url", url(), "owner.user", OWNER, "owner.password", "owner").get(name));
        portal = PortalProcess.start(settings());
    }

    @AfterEach
    void stopIt() throws IOException {
        if (portal != null) {
            portal.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void allThatPeopleDidIsThereAgainAfterTheDiskIsLostOrAllUpToAMoment() throws IOException {
        Portal selam = Portal.visitor(portal.base(), Language.TI).signedIn("z-tigrinya");
        mistake(selam, "Before the copy");
        script("backup", backups.toString());
        mistake(selam, "After the copy");
        putTheLogAway();
        List<String> before = kept();
        assertTrue(before.size() > 3, before::toString);

        loseTheDisk();
        restore();
        assertEquals(before, kept());
        // The portal ran all the time, and sessions are in people's cookies.
        Pause.until("the portal answers again", () -> selam.get("/plan").status() == 200);

        mistake(selam, "After the restore");
        String moment = one("select clock_timestamp()");
        database.run("delete from translation_report");
        putTheLogAway();
        loseTheDisk();
        restore(moment);
        assertEquals(List.of("Before the copy", "After the copy", "After the restore"),
                database.of("select words from translation_report order by reported_at"), "what was deleted by mistake is there again");

        Files.writeString(Files.createDirectory(backups.resolve("copying.killed")).resolve("data.tar.gz"), "half a copy");
        Path copy = Path.of(script("backup", backups.toString()).strip());
        try (Stream<Path> left = Files.list(backups)) {
            assertEquals(List.of(copy, backups.resolve("wal")), left.sorted().toList(), "what is older than was asked for is gone");
        }
        nothingIsOverwrittenAndNothingDamagedIsPutBack(copy);
        thatTheLogIsNotPutAwayIsSeen();
    }

    /** One looks, and it was too early: what was gone back behind is still in what was put away. */
    @Test
    void whoWentBackTooFarCanGoToALaterMoment() throws IOException {
        kept = "7";
        Portal selam = Portal.visitor(portal.base(), Language.TI).signedIn("z-tigrinya");
        mistake(selam, "One");
        script("backup", backups.toString());
        mistake(selam, "Two");
        String early = one("select clock_timestamp()");
        mistake(selam, "Three");
        script("backup", backups.toString());
        String late = one("select clock_timestamp()");
        mistake(selam, "Four");
        putTheLogAway();

        goBackTo(early);
        assertEquals(List.of("One", "Two"), words());
        goBackTo(late);
        assertEquals(List.of("One", "Two", "Three"), words());
        goBackTo(early);
        Pause.until("the portal answers again", () -> selam.get("/plan").status() == 200);
        mistake(selam, "Five");
        putTheLogAway();
        loseTheDisk();
        restore();
        assertEquals(List.of("One", "Two", "Five"), words(), "the last that there was, and nothing of what was gone back behind");

        thatNoCopyNeedsIsAllThatGoes();
    }

    /** After a restore the log begins again further back than where the copies from before it need theirs from. */
    private void thatNoCopyNeedsIsAllThatGoes() throws IOException {
        Files.writeString(Files.createDirectory(backups.resolve("20260101T030000.000000Z")).resolve("backup_label"),
                "START WAL LOCATION: F/FF000028 (file 000000010000000F000000FF)\nSTART TIMELINE: 1\n");
        Path copy = Path.of(script("backup", backups.toString()).strip());
        Matcher needed = Pattern.compile("\\(file (\\p{XDigit}{24})\\)").matcher(Files.readString(copy.resolve("backup_label")));
        assertTrue(needed.find());
        assertTrue(Files.exists(backups.resolve("wal").resolve(needed.group(1))), needed.group(1));
    }

    private void goBackTo(String moment) throws IOException {
        // When a timeline begins is known to the second.
        Pause.ofMillis(1000);
        loseTheDisk();
        restore(moment);
        Pause.until("that it goes on from there is put away", () -> Files.exists(backups.resolve("wal")
                .resolve(one("select substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)") + ".history")));
    }

    private List<String> words() {
        return database.of("select words from translation_report order by reported_at");
    }

    private void restore(String... moment) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(backups.toString(), data.toString()));
        arguments.addAll(List.of(moment));
        assertTrue(script("restore", arguments.toArray(String[]::new)).contains("Put back from"));
        postgres = postgres();
        Pause.until("PostgreSQL is open", () -> one("select pg_is_in_recovery()").equals("f"));
    }

    private void nothingIsOverwrittenAndNothingDamagedIsPutBack(Path copy) throws IOException {
        assertTrue(attempt("restore", backups.toString(), data.toString()).contains("is not empty"));
        Files.write(copy.resolve("data.tar.gz"), new byte[1], StandardOpenOption.APPEND);
        assertTrue(attempt("restore", backups.toString(), place.resolve("new").toString()).contains("is damaged"));
        assertFalse(Files.exists(place.resolve("new").resolve("PG_VERSION")));
    }

    /** As the portal sees it, with its own role. */
    private void thatTheLogIsNotPutAwayIsSeen() throws IOException {
        Database seen = new Database(name -> Map.of("url", url(), "owner.user", APP, "owner.password", "app").get(name));
        assertEquals(List.of("0"), seen.of(Archive.FAILING));
        Path elsewhere = Files.move(backups, place.resolve("elsewhere"));
        database.run("delete from translation_report");
        one("select pg_switch_wal()");
        Pause.until("it is seen that the log is not put away", () -> seen.of(Archive.FAILING).equals(List.of("1")));
        Files.move(elsewhere, backups);
        Pause.until("it is put away", () -> seen.of(Archive.FAILING).equals(List.of("0")));
    }

    private static void mistake(Portal browser, String words) {
        assertEquals(303, browser.submit(browser.get("/translation"), "/translation", Map.of("words", words)).status());
    }

    /** All that the portal keeps, but what is counted or looked at anew all the time. */
    private List<String> kept() {
        return database.everything().stream().filter(row -> Stream.of("allowance", "used_allowance", "feed_position", "municipality_snapshot")
                .noneMatch(table -> row.startsWith("public." + table + " "))).sorted().toList();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(world.settings());
        settings.putAll(Map.of("opkoers.database.url", url(), "opkoers.database.user", APP, "opkoers.database.password", "app",
                "opkoers.database.owner.user", OWNER, "opkoers.database.owner.password", "owner", "opkoers.feed.every", "off",
                "opkoers.refresh.every", "off"));
        return settings;
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/opkoers";
    }

    private EmbeddedPostgres postgres() throws IOException {
        Path log = place.resolve("postgres.log");
        return EmbeddedPostgres.builder().setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile())
                .setDataDirectory(data).setCleanDataDirectory(false).setPort(port).setPGStartupWait(Duration.ofSeconds(30))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setServerConfig("listen_addresses", "127.0.0.1").setServerConfig("unix_socket_directories", "")
                .setServerConfig("archive_mode", "on")
                // As it is shipped, but for where the copies are, and that it puts a history away late, as it may when there is much to do.
                .setServerConfig("archive_command", "'case %f in *.history) sleep 2;; esac; " + Compose.archiveCommand().replace("/backup/", backups + "/") + "'")
                .start();
    }

    private void putTheLogAway() {
        String last = one("select pg_walfile_name(pg_switch_wal())");
        Pause.until("the log is put away", () -> Files.exists(backups.resolve("wal").resolve(last)));
    }

    private void loseTheDisk() throws IOException {
        long process = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle.of(process).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectory(data);
    }

    private String script(String name, String... arguments) {
        String said = attempt(name, arguments);
        assertFalse(said.startsWith("failed"), said);
        return said;
    }

    private String attempt(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker/" + name));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(Map.of("BACKUPS_KEPT", kept, "PGHOST", "localhost", "PGPORT", String.valueOf(port), "PGUSER", "postgres"));
        return Debian.run(process);
    }

    private static boolean psqlIsThere() {
        return !Debian.run(new ProcessBuilder("psql", "--version")).startsWith(Debian.FAILED);
    }

    private void run(String sql) {
        one(sql);
    }

    private String one(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : "";
            }
        } catch (SQLException notNow) {
            return "";
        }
    }
}
