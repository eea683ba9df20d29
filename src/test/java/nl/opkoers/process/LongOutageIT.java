package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import org.junit.jupiter.api.Test;

/** The municipality is away for minutes, in every way there is, while people go on. */
class LongOutageIT extends ShippedPortal {

    private static final Duration OUTAGE = Duration.ofSeconds(100);

    @Test
    void whileTheMunicipalityIsAwayEveryPageAnswersAndEveryReplyIsKept() throws Exception {
        PortalProcess portal = node();
        Map<String, Portal> people = signedIn(portal);
        Map<String, List<String>> items = itemsOf(people, 20);

        Fault[] outages = {Fault.slow(Duration.ofSeconds(5)), Fault.dropped(), Fault.error(), Fault.busy(Duration.ofSeconds(3))};
        long until = System.nanoTime() + OUTAGE.toNanos();
        int sent = 0;
        while (System.nanoTime() < until || sent < 20) {
            Fault outage = outages[sent % outages.length];
            for (Resource resource : Resource.values()) {
                world.municipality().faults().set(resource, outage);
            }
            for (String person : PEOPLE) {
                Portal browser = people.get(person);
                for (String page : List.of("/", "/agenda", "/plan")) {
                    assertEquals(200, browser.get(page).status(), person + " " + page + " during " + outage);
                }
                if (sent < 20) {
                    new Sender(browser).answer(items.get(person).get(sent), "confirm", Map.of());
                }
            }
            sent++;
            if (sent > 20) {
                // From here on it is about how long it lasts, and not about how much is asked.
                Pause.ofMillis(500);
            }
        }
        world.municipality().faults().clear();

        awaitDrained();
        assertEquals(items.values().stream().flatMap(List::stream).sorted().toList(), applied());
    }
}
