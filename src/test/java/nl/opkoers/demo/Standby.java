package nl.opkoers.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.opkoers.Pause;

/**
 * A second PostgreSQL that really follows the first one, made as {@code docker/native replica} makes it: from a copy of the files
 * (PostgreSQL manual, 'Making a Base Backup Using the Low Level API'). It can be stopped, held still, killed and made anew.
 */
public final class Standby implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";

    private final int first;
    private final int port;
    private final Path place;
    private Process process;

    private Standby(int first, int port, Path place) {
        this.first = first;
        this.port = port;
        this.place = place;
    }

    /** Returns once it answers. @param first the port of the PostgreSQL that it follows */
    static Standby of(int first) {
        try (ServerSocket free = new ServerSocket(0)) {
            Standby standby = new Standby(first, free.getLocalPort(), Files.createTempDirectory("standby"));
            free.close();
            standby.begin();
            return standby;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address of a database there. */
    public String jdbcUrl(String database) {
        return DemoDatabase.jdbcUrl(port, database);
    }

    /** The first column of the first row of what its superuser asks, in the database of the portal. */
    public String one(String sql) {
        return one(port, sql);
    }

    /** Makes it anew, from what the first one has now. */
    public void begin() {
        try {
            kill();
            delete(data());
            copy();
            Files.createDirectories(data().resolve("pg_wal").resolve("archive_status"));
            Files.createFile(data().resolve("standby.signal"));
            Files.writeString(data().resolve("postgresql.auto.conf"), "\nprimary_conninfo = 'host=127.0.0.1 port=" + first + " user=postgres'\n",
                    StandardOpenOption.APPEND);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
        start();
    }

    private void copy() throws IOException, SQLException {
        try (Connection connection = connect(first); Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            run("cp", "-a", one(first, "show data_directory"), data().toString());
            for (String own : List.of("postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot")) {
                delete(data().resolve(own));
            }
            Files.createDirectories(data().resolve("pg_replslot"));
            try (ResultSet row = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                row.next();
                Files.writeString(data().resolve("backup_label"), row.getString(1));
            }
        }
    }

    /** Starts it again. */
    public void start() {
        try {
            // PostgreSQL refuses to be root: root it is outside, and nobody within.
            List<String> command = new ArrayList<>();
            if (System.getProperty("user.name").equals("root")) {
                command.addAll(List.of("unshare", "--user", "--"));
            }
            command.addAll(List.of(program(), "-D", data().toString(), "-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1",
                    "-c", "unix_socket_directories=", "-c", "max_connections=" + one(first, "show max_connections")));
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(place.resolve("log").toFile())).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        awaitAnswer();
    }

    /** The one by which the first one runs. */
    private String program() throws IOException {
        String pid = Files.readAllLines(Path.of(one(first, "show data_directory"), "postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).flatMap(running -> running.info().command()).orElseThrow();
    }

    /** Lets all of it hang, as a machine does that is not there any more. */
    public void freeze() {
        signal("-STOP");
    }

    /** The end of {@link #freeze}. */
    public void thaw() {
        signal("-CONT");
    }

    /** Ends it at once. */
    public void kill() {
        if (process != null && process.isAlive()) {
            signal("-KILL");
            process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    @Override
    public void close() {
        kill();
        delete(place);
    }

    /** To each of its processes: every one of them has a session of its own. One that has just ended is no failure. */
    private void signal(String what) {
        List<String> command = new ArrayList<>(List.of("kill", what, String.valueOf(process.pid())));
        process.descendants().forEach(each -> command.add(String.valueOf(each.pid())));
        ended(command);
    }

    private Path data() {
        return place.resolve("data");
    }

    private void awaitAnswer() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                one("select 1");
                return;
            } catch (IllegalStateException notYet) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    throw new IllegalStateException("the second PostgreSQL does not start: " + said(), notYet);
                }
                Pause.ofMillis(100);
            }
        }
    }

    private String said() {
        try {
            return Files.readString(place.resolve("log"));
        } catch (IOException silent) {
            return silent.toString();
        }
    }

    private static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(DemoDatabase.jdbcUrl(port, DemoDatabase.PORTAL), SUPERUSER, SUPERUSER);
    }

    private static String one(int port, String sql) {
        try (Connection connection = connect(port); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static void run(String... command) {
        int code = ended(List.of(command));
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
    }

    private static int ended(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> all = Files.exists(path) ? Files.walk(path) : Stream.empty()) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
