package nl.opkoers.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.opkoers.Database;
import nl.opkoers.process.Learned;
import nl.opkoers.process.PortalProcess;
import nl.opkoers.signin.Realms;

/** All that compose.yaml runs, on this machine without containers: by {@code docker/native}, as anybody can. */
final class Topology implements AutoCloseable {

    /** What people wait for is shorter here than for real, and nobody is slowed. */
    private static final String SETTINGS = """
            OPKOERS_SHUTDOWN_DELAY=2S
            OPKOERS_MUNICIPALITY_FRESH_FOR=PT1S
            OPKOERS_OUTBOX_LONGEST_PAUSE=PT5S
            OPKOERS_LIMIT_SENDING_PERSON=off
            OPKOERS_LIMIT_SENDING_ADDRESS=off
            [ ! -e '%1$s' ] || JDK_JAVA_OPTIONS+=' "@%1$s"'
            """.formatted(Learned.OPTIONS);
    private static final long MINUTES = 5;

    private final Path directory;

    private Topology(Path directory) {
        this.directory = directory;
    }

    /** Starts all of it in a new directory, and waits until it answers. When this process ends, it ends too. */
    static Topology up() {
        Path directory = Path.of("target", "topology").toAbsolutePath();
        try {
            delete(directory);
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("portal.env"), SETTINGS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Topology topology = new Topology(directory);
        topology.act("up");
        topology.trust();
        return topology;
    }

    /** As {@code docker/native} takes it: what to do, and with which part. */
    void act(String act, String... part) {
        List<String> command = new ArrayList<>(List.of("docker/native", act, directory.toString()));
        command.addAll(List.of(part));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("native.log").toFile()));
            builder.environment().put("NATIVE_UNTIL", Long.toString(ProcessHandle.current().pid()));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JDK_JAVA_OPTIONS", PortalProcess.quickJava());
            // Of the build that runs this, when it has one of its own.
            Optional.ofNullable(System.getProperty("localRepository")).ifPresent(its -> builder.environment().put("MAVEN_REPOSITORY", its));
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(command + ":\n" + Files.readString(directory.resolve("native.log")));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Where people open the portal. */
    String portal() {
        return "https://localhost:" + port("HTTPS");
    }

    /** Where a node answers who keeps it running. */
    String node(int number) {
        return "http://localhost:" + port("PORTAL_" + number);
    }

    /** Keycloak, asked without nginx. */
    Realms realms() {
        return new Realms("http://127.0.0.1:" + port("KEYCLOAK"), "administrator", secret("KC_BOOTSTRAP_ADMIN_PASSWORD"));
    }

    /** The portal's rows. */
    Database rows() {
        return database("opkoers", "opkoers_owner", "OPKOERS_DATABASE_OWNER_PASSWORD");
    }

    /** The municipality's rows. */
    Database municipality() {
        return database("gemeente", "gemeente", "OPKOERS_DEMO_MUNICIPALITY_DATABASE_PASSWORD");
    }

    /** What a part said so far. */
    String log(String part) {
        return Compose.text(directory.resolve(part + ".log"));
    }

    /** By which the machine knows a part. */
    long pid(String part) {
        return Long.parseLong(Compose.text(directory.resolve(part + ".pid")).strip());
    }

    Path directory() {
        return directory;
    }

    int port(String name) {
        return Integer.parseInt(properties("ports").getProperty("PORT_" + name));
    }

    @Override
    public void close() {
        act("down");
    }

    private Database database(String name, String user, String password) {
        Map<String, String> settings = Map.of("owner.user", user, "owner.password", secret(password),
                "url", "jdbc:postgresql://127.0.0.1:" + port("POSTGRES") + ",127.0.0.1:" + port("REPLICA") + "/" + name + "?targetServerType=primary");
        return new Database(settings::get);
    }

    private String secret(String name) {
        return properties("secrets").getProperty(name);
    }

    private Properties properties(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(directory.resolve(file))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties;
    }

    /** From now on everybody in this process trusts the certificate, beside what they trusted before. */
    private void trust() {
        try (InputStream kept = Files.newInputStream(directory.resolve("trust/authorities.jks"))) {
            KeyStore authorities = KeyStore.getInstance("JKS");
            authorities.load(kept, "changeit".toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            SSLContext.setDefault(context);
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

}
