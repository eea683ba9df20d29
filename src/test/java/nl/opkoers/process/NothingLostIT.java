package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import nl.opkoers.Database;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.municipality.Effect;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever dies or is away: what somebody sent takes effect once, and every page answers. */
class NothingLostIT {

    private static final int WRITES = 500;
    private static final int KILLS = 6;
    private static final Duration OUTAGE = Duration.ofSeconds(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Those of the cast with lessons for months. */
    private static final List<String> PEOPLE =
            List.of("o-arabic-load", "o-family-rare", "z-tigrinya", "g-turkish-z", "z-dispensation");

    private final List<PortalProcess> nodes = new ArrayList<>();
    private DemoWorld world;
    private Database database;

    @BeforeEach
    void start() {
        world = DemoWorld.inProcess();
        database = new Database(name -> world.settings().get("opkoers.database." + name));
    }

    @AfterEach
    void stop() {
        nodes.forEach(PortalProcess::close);
        world.close();
    }

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

    @Test
    void twoNodesShareTheOutboxAndTheFeedAndOneCarriesOnAlone() throws Exception {
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
                if (round % 4 == 0) {
                    // Not before the reply is there: what is cancelled can no longer be replied to.
                    awaitDrained();
                    assertTrue(world.municipality().backOffice().cancel(world.municipality().idOf(person), item).isEmpty());
                    cancelled++;
                }
            }
        }

        awaitDrained();
        assertEquals(items.values().stream().flatMap(List::stream).sorted().toList(), applied());
        String last = Long.toString(world.municipality().lastEvent());
        await("the feed is read to its end", () -> database.of("select last from feed_position").equals(List.of(last)));
        assertEquals(List.of(Integer.toString(cancelled)),
                database.of("select count(*) from news where code = 'OK201'"), "each thing that happened, once for whom it is about; one's own replies are no news");
    }

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
        }
        world.municipality().faults().clear();

        awaitDrained();
        assertEquals(items.values().stream().flatMap(List::stream).sorted().toList(), applied());
    }

    private PortalProcess node() {
        Map<String, String> settings = new HashMap<>(world.settings());
        // So that the drain after an outage begins soon.
        settings.put("opkoers.outbox.longest-pause", "PT10S");
        PortalProcess node = PortalProcess.start(settings);
        nodes.add(node);
        return node;
    }

    private static Map<String, Portal> signedIn(PortalProcess portal) {
        Map<String, Portal> people = new HashMap<>();
        PEOPLE.forEach(person -> people.put(person, Portal.visitor(portal.base(), Language.NL).signedIn(person)));
        // So that their agendas are known here.
        people.values().forEach(browser -> browser.get("/agenda"));
        return people;
    }

    /** So many coming items of each person, the first ones first. */
    private Map<String, List<String>> itemsOf(Map<String, Portal> people, int many) {
        Map<String, List<String>> items = new HashMap<>();
        people.keySet().forEach(person -> items.put(person, database.of("""
                select item ->> 'id' from agenda_snapshot, jsonb_array_elements(body -> 'onderdelen') item
                where participant = '%s' and item ->> 'status' <> 'Vervallen'
                and (item ->> 'begin')::timestamptz > now() + interval '1 day'
                order by item ->> 'begin' limit %d""".formatted(world.municipality().idOf(person), many))));
        return items;
    }

    /** The items that the municipality did something with, each as often as it did. */
    private List<String> applied() {
        return world.municipality().effects().stream().map(Effect::subject).sorted().toList();
    }

    private void awaitDrained() {
        await("the outbox is empty",
                () -> database.of("select count(*) from outbox where state = 'WAITING'").equals(List.of("0")));
    }

    private static void await(String what, BooleanSupplier holds) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "in vain: " + what);
            try {
                Thread.sleep(200);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private static void finish(List<Future<?>> busy) throws InterruptedException, ExecutionException, TimeoutException {
        for (Future<?> one : busy) {
            one.get(8, TimeUnit.MINUTES);
        }
    }
}
