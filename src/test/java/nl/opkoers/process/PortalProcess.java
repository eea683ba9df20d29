package nl.opkoers.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.opkoers.Pause;

/** The portal as it is shipped, in a process of its own: one that can be killed, and of which there can be more than one. */
public final class PortalProcess implements AutoCloseable {

    static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1)).build();

    private final Path program;
    private final boolean warm;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    private PortalProcess(Path program, boolean warm, Map<String, String> settings, int port) {
        this.program = program;
        this.warm = warm;
        this.settings = settings;
        this.port = port;
    }

    /** Starts a node and waits until it is ready. Its own output goes to a file in {@code target}. */
    public static PortalProcess start(Map<String, String> settings) {
        return start(settings, freePort());
    }

    /** As {@link #start(Map)}, at a port that was told before. */
    public static PortalProcess start(Map<String, String> settings, int port) {
        return start(PROGRAM, true, settings, port);
    }

    /** As {@link #start(Map)}, but of this program, be it of another version, and without anything that Java learned of it before. */
    public static PortalProcess start(Path program, Map<String, String> settings) {
        return start(program, false, settings, freePort());
    }

    private static PortalProcess start(Path program, boolean warm, Map<String, String> settings, int port) {
        PortalProcess portal = new PortalProcess(program, warm, settings, port);
        portal.start();
        return portal;
    }

    /** Starts it again, at the same address. */
    public void start() {
        try {
            List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m"));
            command.addAll(Stream.of(quickJava().split(" ")).filter(option -> !option.isEmpty()).toList());
            if (!quickJava().isEmpty()) {
                // Not among those options: Keycloak gets them too, and chooses a collector by itself.
                command.add("-XX:+UseSerialGC");
            }
            if (warm && Learned.isThere()) {
                command.add("@" + Learned.OPTIONS);
            }
            command.addAll(List.of("-Dopkoers.limit.not-for=127.0.0.1", "-Dquarkus.profile=demo",
                    "-Dopkoers.portal=http://localhost:" + port, "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port));
            settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.addAll(List.of("-jar", program.toString()));
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log())).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        awaitReady();
    }

    /** How the build wants Java to run what a test starts; nothing in a benchmark. */
    public static String quickJava() {
        return System.getProperty("tests.java", "");
    }

    /** Ends it without a word, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Where it answers, without a slash at the end. */
    public String base() {
        return "http://localhost:" + port;
    }

    /** By which the machine knows it. */
    public long pid() {
        return process.pid();
    }

    /** Writes down all that it has in memory and can still reach. */
    public void dumpMemory(Path file) {
        try {
            Path java = Path.of(ProcessHandle.current().info().command().orElse("java"));
            Process dump = new ProcessBuilder(java.resolveSibling("jcmd").toString(), String.valueOf(process.pid()), "GC.heap_dump",
                    file.toAbsolutePath().toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log())).start();
            dump.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All that it said so far. */
    public String output() {
        try {
            return Files.readString(log().toPath());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private File log() {
        return Path.of("target", "portal-" + port + ".log").toFile();
    }

    private void awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("the portal does not start:\n" + output());
            }
            Pause.ofMillis(100);
        }
    }

    private boolean ready() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A port of this machine that nobody uses. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(15, TimeUnit.SECONDS).exceptionally(slow -> process.destroyForcibly()).join();
    }
}
