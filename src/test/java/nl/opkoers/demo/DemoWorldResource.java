package nl.opkoers.demo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The demo world around a {@code @QuarkusTest}: real PostgreSQL, real sign-in, the reference municipality, all in this
 * process and on free ports.
 *
 * <p>Argument {@code now}, an instant such as {@code 2026-11-21T09:00:00Z}: what time it is for the municipality,
 * standing still; without it, the time of the machine. A test that wants to let the municipality fail has a field of
 * type {@link DemoWorld}.
 */
public class DemoWorldResource implements QuarkusTestResourceLifecycleManager {
    /** Of the portal that runs now: there is one at a time. */
    private static DemoWorld running;

    private Clock clock = Clock.system(MunicipalityProcess.ZONE);
    private DemoWorld world;

    @Override
    public void init(Map<String, String> arguments) {
        if (arguments.containsKey("now")) {
            clock = Clock.fixed(Instant.parse(arguments.get("now")), MunicipalityProcess.ZONE);
        }
    }

    @Override
    public Map<String, String> start() {
        world = world(clock);
        running = world;
        waitForNoDisk();
        Map<String, String> settings = new HashMap<>(world.settings());
        // Any free port: the usual one is the demo's.
        settings.put("quarkus.http.test-port", "0");
        // What goes on by itself is run by the test that is about it.
        settings.put("opkoers.outbox.every", "off");
        settings.put("opkoers.feed.every", "off");
        settings.put("opkoers.refresh.every", "off");
        settings.put("opkoers.notice.every", "off");
        settings.put("opkoers.operations.every", "off");
        settings.put("opkoers.nightly.at", "off");
        // One machine does here in minutes what a whole town does in months; what is limited is tried from another address.
        settings.put("opkoers.limit.not-for", "127.0.0.1");
        return settings;
    }

    /** Nobody kills this PostgreSQL, and nobody needs its rows afterwards: what is written may reach the disk later. */
    private void waitForNoDisk() {
        try (Connection connection = DriverManager.getConnection(world.database().jdbcUrl("postgres"), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter role all set synchronous_commit = off");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(world, new TestInjector.MatchesType(DemoWorld.class));
    }

    @Override
    public void stop() {
        if (world != null) {
            world.close();
        }
    }

    /** The one that was started for the portal, for what is put beside it. */
    static DemoWorld running() {
        return running;
    }

    /** A world without a portal, as of now; the tests that start one of their own close it. */
    public static DemoWorld worldAlone() {
        return world(Clock.system(MunicipalityProcess.ZONE));
    }

    private static DemoWorld world(Clock clock) {
        return DemoWorld.inProcess(programs(), FilledRows.copy(clock), clock);
    }

    /** Unpacked once for all tests. */
    static Path programs() {
        return Path.of("target", "postgres");
    }
}
