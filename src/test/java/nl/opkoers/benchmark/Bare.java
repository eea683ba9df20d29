package nl.opkoers.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.opkoers.Database;
import nl.opkoers.process.PortalProcess;

/** The page of {@code src/benchmark/bare} as a process of its own, with as much memory as the portal has. */
final class Bare implements AutoCloseable {

    private static final Path PROJECT = Path.of("src", "benchmark", "bare");
    private static final Path BUILT = Path.of("target", "bare");
    private static final int ATTEMPTS = 300;
    private static final int PAUSE = 100;
    static final String SHORT = "/1";
    static final String AS_LONG = "/2";
    /** As many values and texts as Home has, roughly. */
    static final String AS_FULL = AS_LONG + "/200";

    private final int port = PortalProcess.freePort();
    private final Process process;

    private Bare(List<String> command) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.add(all.indexOf("-jar"), "-Dquarkus.http.port=" + port);
        process = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(Path.of("target", "bare.log").toFile()).start();
    }

    /**
     * Builds and starts it.
     *
     * @param database in which it has a table of its own
     * @param asLong   what is on its second page: as much as on Home
     */
    static Bare start(Database database, String user, String asLong) throws Exception {
        build();
        database.run("create table bare_page (id integer primary key, title text not null, body text not null)");
        database.run("insert into bare_page values (1, 'Bare', '<p>Consulent</p>'), (2, 'Bare', $body$" + asLong + "$body$)");
        Bare bare = new Bare(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m",
                "-Dquarkus.datasource.jdbc.url=" + database.setting().apply("url"), "-Dquarkus.datasource.username=" + user,
                "-jar", BUILT.resolve("quarkus-app").resolve("quarkus-run.jar").toString()));
        bare.awaitReady();
        return bare;
    }

    private static void build() throws IOException, InterruptedException {
        Path copy = Files.createDirectories(BUILT);
        String maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
        Process build = new ProcessBuilder(maven, "-q", "-B", "-f", PROJECT.resolve("pom.xml").toString(), "package",
                "-Dquarkus.version=" + System.getProperty("quarkus.version"), "-DbuildDirectory=" + copy.toAbsolutePath())
                .redirectErrorStream(true).redirectOutput(copy.resolve("build.log").toFile()).start();
        if (build.waitFor() != 0) {
            throw new AssertionError("the bare page cannot be built:\n" + Files.readString(copy.resolve("build.log")));
        }
    }

    private void awaitReady() throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            try (Socket there = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(PAUSE);
            }
        }
        throw new AssertionError("the bare page does not start, see " + new File("target/bare.log"));
    }

    String base() {
        return "http://localhost:" + port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(15, TimeUnit.SECONDS).exceptionally(slow -> process.destroyForcibly()).join();
    }
}
