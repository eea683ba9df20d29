package nl.opkoers.demo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.opkoers.demo.municipality.PopulationConversations;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** The portal in its demo world: for looking around, never for real people. */
public final class Demo {
    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final String PROFILE = "demo";
    private static final int SECONDS_TO_STOP = 20;
    private static final CountDownLatch PORTAL_STOPPED = new CountDownLatch(1);

    private Demo() {}

    /**
     * Starts the world, then the portal in the profile {@code demo}; returns when the portal has stopped.
     *
     * @param directory keeps rows and secrets from one start to the next
     * @throws DemoFailure if the world cannot start; nothing is left running then
     */
    public static void run(Path directory, String... words) {
        System.setProperty("quarkus.profile", PROFILE);
        int portalPort = Integer.getInteger("quarkus.http.port", DemoPorts.PORTAL);
        DemoWorld world = DemoWorld.start(directory, portalPort);
        // The portal first: it still talks to its database while it stops.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            awaitPortal();
            world.close();
        }, "demo-stop"));
        world.settings().forEach(System::setProperty);
        Quarkus.run(Portal.class, (code, failure) -> {
            PORTAL_STOPPED.countDown();
            if (failure != null) {
                LOG.error("The portal of the demo did not start", failure);
            }
            System.exit(code);
        }, words);
    }

    private static void awaitPortal() {
        try {
            PORTAL_STOPPED.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says where to go once the portal answers. */
    public static final class Portal implements QuarkusApplication {
        @Override
        public int run(String... words) {
            Config config = ConfigProvider.getConfig();
            String url = config.getValue("opkoers.database.url", String.class);
            String user = config.getValue("opkoers.database.user", String.class);
            String password = config.getValue("opkoers.database.password", String.class);
            String municipality = config.getValue("opkoers.municipality.code", String.class);
            Clock clock = Clock.system(MunicipalityProcess.ZONE);
            DemoHours.fillWhenEmpty(url, user, password, municipality, clock);
            DemoConversations.fillWhenEmpty(url, user, password, municipality, clock, PopulationConversations::withCast);
            int port = config.getOptionalValue("quarkus.http.port", Integer.class)
                    .orElse(DemoPorts.PORTAL);
            welcome(new PrintStream(System.out, true, StandardCharsets.UTF_8), port);
            Quarkus.waitForExit();
            return 0;
        }
    }

    private static void welcome(PrintStream out, int port) {
        Messages words = new SignInTexts().in(Language.EN);
        String line = "*".repeat(78);
        out.println(line);
        out.println("***  " + words.demo_warning());
        out.println("***  http://localhost:" + port + "/");
        out.println(line);
        DemoPeople.all().forEach(person ->
                out.printf("  %-20s %s%n", person.key(), person.description().apply(words)));
        out.println(line);
    }
}
