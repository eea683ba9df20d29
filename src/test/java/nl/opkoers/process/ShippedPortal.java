package nl.opkoers.process;


import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.opkoers.Database;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Effect;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The portal as it is shipped, with its whole world around it, and people of the cast who have lessons for months. */
abstract class ShippedPortal {

    /** Those of the cast with lessons for months. */
    static final List<String> PEOPLE =
            List.of("o-arabic-load", "o-family-rare", "z-tigrinya", "g-turkish-z", "z-dispensation");

    private final List<PortalProcess> nodes = new ArrayList<>();
    DemoWorld world;
    Database database;

    @BeforeEach
    void start() {
        world = DemoWorldResource.worldAlone();
        database = new Database(name -> world.settings().get("opkoers.database." + name));
    }

    @AfterEach
    void stop() {
        nodes.forEach(PortalProcess::close);
        world.close();
    }

    PortalProcess node() {
        return closedLater(PortalProcess.start(settings()));
    }

    PortalProcess nodeOf(Path program) {
        return closedLater(PortalProcess.start(program, settings()));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(world.settings());
        // So that the drain after an outage begins soon.
        settings.put("opkoers.outbox.longest-pause", "PT10S");
        // What is compared before and after is not to depend on the hour in which it is.
        settings.put("opkoers.nightly.at", "off");
        return settings;
    }

    private PortalProcess closedLater(PortalProcess node) {
        nodes.add(node);
        return node;
    }

    static Map<String, Portal> signedIn(PortalProcess portal) {
        Map<String, Portal> people = new HashMap<>();
        PEOPLE.forEach(person -> people.put(person, Portal.visitor(portal.base(), Language.NL).signedIn(person)));
        // So that their agendas are known here.
        people.values().forEach(browser -> browser.get("/agenda"));
        return people;
    }

    /** So many coming items of each person, the first ones first. */
    Map<String, List<String>> itemsOf(Map<String, Portal> people, int many) {
        Map<String, List<String>> items = new HashMap<>();
        people.keySet().forEach(person -> items.put(person, database.of("""
                select item ->> 'id' from agenda_snapshot, jsonb_array_elements(body -> 'onderdelen') item
                where participant = '%s' and item ->> 'status' <> 'Vervallen'
                and (item ->> 'begin')::timestamptz > now() + interval '1 day'
                order by item ->> 'begin' limit %d""".formatted(world.municipality().idOf(person), many))));
        return items;
    }

    /** The items that the municipality did something with, each as often as it did. */
    List<String> applied() {
        return world.municipality().effects().stream().map(Effect::subject).sorted().toList();
    }

    void awaitDrained() {
        Pause.until("the outbox is empty",
                () -> database.of("select count(*) from outbox where state = 'WAITING'").equals(List.of("0")));
    }
}
