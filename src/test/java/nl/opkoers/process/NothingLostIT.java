package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.opkoers.Portal;
import org.junit.jupiter.api.Test;

/** Whatever dies: what somebody sent takes effect once. */
class NothingLostIT extends ShippedPortal {

    private static final int WRITES = 500;
    private static final int KILLS = 6;

    @Test
    void fiveHundredRepliesSurviveThePortalBeingKilledAgainAndAgain() throws Exception {
        PortalProcess portal = node();
        Map<String, Portal> people = signedIn(portal);
        Map<String, List<String>> items = itemsOf(people, WRITES / PEOPLE.size());

        ExecutorService each = Executors.newFixedThreadPool(people.size());
        List<Future<?>> busy = new ArrayList<>();
        people.forEach((person, browser) -> busy.add(each.submit(() -> items.get(person)
                .forEach(item -> new Sender(browser).answer(item, "confirm", Map.of())))));
        Random moments = new Random(2021);
        for (int kill = 0; kill < KILLS; kill++) {
            // No two runs are killed at the same points: what holds has to hold at every one.
            Thread.sleep(500 + moments.nextInt(2500));
            portal.kill();
            portal.start();
        }
        finish(busy);
        each.shutdown();

        List<String> sent = items.values().stream().flatMap(List::stream).sorted().toList();
        assertEquals(WRITES, sent.size());
        awaitDrained();
        assertEquals(sent, applied(), "each once, none lost");
        assertEquals(List.of(Integer.toString(sent.size())), database.of("select count(*) from outbox where state = 'ARRIVED'"));
    }

    private static void finish(List<Future<?>> busy) throws InterruptedException, ExecutionException, TimeoutException {
        for (Future<?> one : busy) {
            one.get(8, TimeUnit.MINUTES);
        }
    }
}
