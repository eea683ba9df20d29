package nl.opkoers.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import nl.opkoers.demo.municipality.Itself;
import nl.opkoers.demo.municipality.ReferenceMunicipality;
import nl.opkoers.demo.municipality.Settings;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The reference municipality as a process of its own, so that it can be killed and started again while the portal runs.
 *
 * <p>Of a demo, with its database, its issuer and a maintenance desk. Or, when {@code opkoers.demo.municipality.database.url}
 * names a database, on its own: it then verifies the access tokens of {@code opkoers.staff-issuer.url}, has no desk, and writes
 * no file.
 */
public final class MunicipalityProcess {
    static final String WITH_PARENT = "--with-parent";
    static final String AUDIENCE = "gemeente";
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String PREFIX = "opkoers.demo.municipality.";

    private MunicipalityProcess() {}

    /**
     * Runs until the process is stopped.
     *
     * @param words {@code --with-parent} ends it when its standard input ends: a parent holds that open, and even
     *     {@code kill -9} of the parent closes it
     * @throws DemoFailure if it cannot start
     */
    public static void run(Path directory, String... words) {
        boolean alone = value(PREFIX + "database.url").isPresent();
        ReferenceMunicipality municipality = start(alone ? settings() : settings(directory));
        if (!alone) {
            writePid(pidFile(directory));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(municipality::close, "municipality-stop"));
        System.out.println("The reference municipality listens on port " + municipality.port() + ".");
        if (Arrays.asList(words).contains(WITH_PARENT)) {
            awaitEndOfInput();
            System.exit(0);
        }
        sleepForever();
    }

    static Path pidFile(Path directory) {
        return directory.resolve("municipality.pid");
    }

    private static ReferenceMunicipality start(Settings settings) {
        try {
            return ReferenceMunicipality.start(settings);
        } catch (IllegalStateException failure) {
            throw new DemoFailure("The reference municipality does not start. It needs port " + settings.port()
                    + " and the database at " + settings.jdbcUrl() + ", which a running demo has unless another is named.", failure);
        }
    }

    /** On its own: all of it from outside. */
    private static Settings settings() {
        return new Settings(port(), required(PREFIX + "database.url"), required(PREFIX + "database.user"),
                required(PREFIX + "database.password"), URI.create(required("opkoers.staff-issuer.url")), AUDIENCE, Clock.system(ZONE))
                .listeningAt(value(PREFIX + "host").orElse("127.0.0.1")).of(itself());
    }

    private static Itself itself() {
        return new Itself(value(PREFIX + "code").orElse(Itself.WATERSTAD.code()), value(PREFIX + "name").orElse(Itself.WATERSTAD.name()),
                value(PREFIX + "phone").orElse(Itself.WATERSTAD.phone()));
    }

    /** Of the demo in this directory. */
    private static Settings settings(Path directory) {
        return new Settings(port(), DemoDatabase.jdbcUrl(DemoPorts.DATABASE, DemoDatabase.MUNICIPALITY), DemoDatabase.MUNICIPALITY,
                keptPassword(directory),
                DemoIdentityProvider.issuer(DemoIdentityProvider.STAFF, DemoPorts.IDENTITY_PROVIDER),
                AUDIENCE, Clock.system(ZONE)).withDemoControls();
    }

    private static int port() {
        return value(PREFIX + "port").map(Integer::valueOf).orElse(DemoPorts.MUNICIPALITY);
    }

    private static String required(String name) {
        return value(name).orElseThrow(() -> new DemoFailure("The reference municipality does not start without " + name + "."));
    }

    private static String keptPassword(Path directory) {
        if (!DemoSettings.keptIn(directory)) {
            throw new DemoFailure("No demo has been started in this directory yet, so its database is not known."
                    + " Start the demo first, or set " + PREFIX + "database.url, .user and .password.");
        }
        return DemoSettings.in(directory).municipalityPassword();
    }

    private static Optional<String> value(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    }

    private static void writePid(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, ProcessHandle.current().pid() + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Whatever comes in means that the parent lives.
            }
        } catch (IOException parentGone) {
            System.exit(0);
        }
    }

    private static void sleepForever() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
