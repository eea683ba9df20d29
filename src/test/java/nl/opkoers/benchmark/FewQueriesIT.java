package nl.opkoers.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.identity.TestSessions;
import nl.opkoers.process.PortalProcess;
import org.junit.jupiter.api.Test;

/** Selam Tesfay looks at a page, and then at it again: the database is asked once, or twice, however much is on it. */
class FewQueriesIT {

    private static final int OFTEN = 20;
    private static final double MOST = 2.4;

    @Test
    void aPageAsksTheDatabaseOnceOrTwice() {
        try (DemoWorld world = DemoWorld.inProcess(); Wire wire = new Wire(world.database().port()); Crowd one = new Crowd(1)) {
            Map<String, String> settings = new HashMap<>(world.settings());
            settings.putAll(Map.of("opkoers.database.url", "jdbc:postgresql://localhost:" + wire.port() + "/opkoers",
                    "opkoers.municipality.fresh-for", "PT1H", "opkoers.feed.every", "off", "opkoers.outbox.every", "off",
                    "opkoers.refresh.every", "off", "opkoers.operations.every", "off", "opkoers.notice.every", "off"));
            String cookie = TestSessions.cookie(settings.get("opkoers.session.secret"), settings.get("opkoers.municipality.code"),
                    world.municipality().idOf("z-tigrinya"));
            try (PortalProcess portal = PortalProcess.start(settings)) {
                for (String page : new String[] {"/", "/agenda", "/hours", "/messages", "/plan"}) {
                    Asking asking = new Asking(page, page, cookie, "ti", null, "<main");
                    look(one, portal, asking);
                    Wire.Count before = wire.count();
                    look(one, portal, asking);
                    double queries = (double) wire.count().since(before).queries() / OFTEN;
                    assertTrue(queries >= 1 && queries < MOST, page + " asks " + queries + " times");
                }
            }
        }
    }

    private static void look(Crowd one, PortalProcess portal, Asking asking) {
        assertEquals(Map.of(), one.open(portal.base(), asking::itself, OFTEN, Duration.ofSeconds(1)).wrong());
    }
}
