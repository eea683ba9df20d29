package nl.opkoers.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.opkoers.Pause;
import nl.opkoers.process.PortalProcess;

/** Keycloak as it is shipped, with the realms and the theme of {@code docker/keycloak}, in a process of its own. */
final class Keycloak extends Realms implements AutoCloseable {

    static final String PARTICIPANTS_SECRET = "secret-of-participants-in-a-test";
    static final String STAFF_SECRET = "secret-of-staff-in-a-test";

    private static final Path PLACE = Path.of("target", "keycloak");
    private static final Path OURS = Path.of("docker", "keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ADMINISTRATOR = "administrator-in-a-test";

    private Process process;

    Keycloak() {
        super("http://localhost:" + PortalProcess.freePort(), ADMINISTRATOR, PASSWORD);
    }

    /** Starts it for a portal at this address, and waits until both realms are there. */
    void start(String portal) {
        try {
            Path home = home();
            copy(OURS.resolve("themes"), home.resolve("themes"));
            for (String realm : List.of("opkoers-realm.json", "gemeente-realm.json")) {
                Files.createDirectories(home.resolve("data/import"));
                Files.copy(OURS.resolve(realm), home.resolve("data/import").resolve(realm), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm", "--db=dev-mem",
                    "--http-host=127.0.0.1", "--http-port=" + URI.create(base()).getPort(), "--hostname=" + base());
            builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"),
                    "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m", "JDK_JAVA_OPTIONS", PortalProcess.quickJava(),
                    "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR, "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
                    "OPKOERS_PORTAL", portal, "OPKOERS_ISSUER_SUBJECT_SALT", "salt-in-a-test",
                    "OPKOERS_ISSUER_CLIENT_SECRET", PARTICIPANTS_SECRET, "OPKOERS_STAFF_ISSUER_CLIENT_SECRET", STAFF_SECRET));
            process = builder.redirectErrorStream(true).redirectOutput(PLACE.resolve("keycloak.log").toFile()).start();
            awaitReady();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady() {
        HttpRequest asked = HttpRequest.newBuilder(URI.create(issuer("gemeente") + "/.well-known/openid-configuration")).build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (HTTP.sendAsync(asked, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode)
                .exceptionally(notYet -> 0).join() != 200) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("Keycloak does not start: see " + PLACE.resolve("keycloak.log"));
            }
            Pause.ofMillis(200);
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.list(PLACE)) {
            return unpacked.filter(Files::isDirectory).findFirst()
                    .orElseThrow(() -> new AssertionError("Keycloak is not unpacked: mvn verify -Pkeycloak does that"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** What it has written by now. */
    String log() {
        try {
            return Files.readString(PLACE.resolve("keycloak.log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(slow -> process.destroyForcibly()).join();
        }
    }
}
