package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import org.junit.jupiter.api.Test;

/** Two nodes do the work of one: what somebody sent takes effect once, and what happens is told once. */
class SeveralNodesIT extends ShippedPortal {

    @Test
    void twoNodesShareTheOutboxAndTheFeedAndOneCarriesOnAlone() {
        PortalProcess first = node();
        PortalProcess second = node();
        Map<String, Portal> people = signedIn(first);
        Map<String, List<String>> items = itemsOf(people, 40);

        int cancelled = 0;
        for (int round = 0; round < 40; round++) {
            if (round == 30) {
                first.kill();
            }
            for (String person : PEOPLE) {
                String item = items.get(person).get(round);
                Portal browser = people.get(person).at(round % 2 == 0 && round < 30 ? first.base() : second.base());
                new Sender(browser).answer(item, "decline", Map.of());
            }
            if (round % 4 == 0) {
                // Not before the replies are there: what is cancelled can no longer be replied to.
                awaitDrained();
                for (String person : PEOPLE) {
                    String item = items.get(person).get(round);
                    assertTrue(world.municipality().backOffice().cancel(world.municipality().idOf(person), item).isEmpty());
                    cancelled++;
                }
            }
        }

        awaitDrained();
        assertEquals(items.values().stream().flatMap(List::stream).sorted().toList(), applied());
        String last = Long.toString(world.municipality().lastEvent());
        Pause.until("the feed is read to its end", () -> database.of("select last from feed_position").equals(List.of(last)));
        assertEquals(List.of(Integer.toString(cancelled)),
                database.of("select count(*) from news where code = 'OK201'"), "each thing that happened, once for whom it is about; one's own replies are no news");
    }
}
