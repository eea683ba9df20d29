package nl.opkoers.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.opkoers.Database;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.process.PortalProcess;
import org.junit.jupiter.api.Test;

/** The people whom the benchmark invents fit this version of the tables, and get their own pages: so it can be run on any day. */
class PopulationIT {

    private static final int PEOPLE = 200;

    @Test
    void everybodyGetsTheirOwnPages() throws Exception {
        try (DemoWorld world = DemoWorldResource.worldAlone(); Crowd crowd = new Crowd(2)) {
            Map<String, String> settings = new HashMap<>(world.settings());
            settings.putAll(Map.of("opkoers.municipality.fresh-for", "P30D", "opkoers.outbox.every", "off", "opkoers.feed.every", "off"));
            try (PortalProcess portal = PortalProcess.start(settings)) {
                Population.see(portal.base(), settings, as(world, "gemeente", "gemeente").of("select id from inburgeraar order by id limit 40"));
                new Population(as(world, "postgres", "opkoers")).grow(PEOPLE);
                Visitors visitors = new Visitors(settings.get("opkoers.session.secret"), PEOPLE, PEOPLE);
                Outcome outcome = crowd.open(portal.base(), visitors::anything, PEOPLE, Duration.ofSeconds(2));
                assertEquals(Map.of(), outcome.wrong());
            }
        }
    }

    private static Database as(DemoWorld world, String user, String database) {
        return new Database(Map.of("url", world.database().jdbcUrl(database), "owner.user", user, "owner.password", "")::get);
    }
}
