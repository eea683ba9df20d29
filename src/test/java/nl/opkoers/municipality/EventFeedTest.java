package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with one event keeps nothing back of the others. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class EventFeedTest {

    private static final String ID = "\"id\": \"1f6d0a9b-52c7-4e38-8b10-6e9d3c7a4f2%d\"";

    @Inject
    EventFeed feed;

    @BeforeEach
    @AfterEach
    void nothingWasRead() {
        TestClock.runOn();
        Stream.of("feed_gap", "feed_position", "news", "dossier_snapshot").forEach(Rows::clear);
    }

    @Test
    void anEventThatCannotBeReadStopsNothing() {
        Rows.run("insert into dossier_snapshot (municipality, participant, body, confirmed_at) "
                + "select '9901', name, '{}', now() from unnest(array['abel', 'bea', 'cleo', 'daan', 'nobody']) name");
        tells(0, List.of());
        feed.readOn();
        Rows.run("update dossier_snapshot set changes = 0");

        tells(5, List.of(
                event(1, ID.formatted(1), "\"OK203\"", "gisteren", "\"abel\""),
                event(2, "\"id\": 7", "\"OK203\"", TestClock.now().toString(), "\"bea\""),
                event(3, ID.formatted(3), "\"OK203\"", TestClock.now().toString(), "{\"naam\": \"nobody\"}"),
                event(4, ID.formatted(4), "\"OK203\"", TestClock.now().toString(), "\"cl\\u0000eo\""),
                event(5, ID.formatted(5), "\"OK203\"", TestClock.now().toString(), "\"daan\"")));
        feed.readOn();

        assertEquals(List.of("5"), Rows.of("select last from feed_position where municipality = '9901'"));
        assertEquals(List.of("abel", "daan"), Rows.of("select participant from news order by 1"), "without an id it could be told twice");
        assertEquals(List.of("abel", "bea", "daan"),
                Rows.of("select participant from dossier_snapshot where changes > 0 order by 1"), "asked for again");
        assertEquals(List.of(), Rows.of("select first from feed_gap"));
    }

    private static String event(long number, String id, String code, String at, String participant) {
        return "{\"volgnummer\": %d, %s, \"code\": %s, \"tijdstip\": \"%s\", \"inburgeraarId\": %s}"
                .formatted(number, id, code, at, participant);
    }

    private static void tells(long last, List<String> events) {
        String page = "{\"reeks\": \"7b0d5c1e-3f92-4a68-9d04-c5e8b1a72f63\", \"eerste\": 1, \"laatste\": %d, \"gebeurtenissen\": %s}"
                .formatted(last, events);
        MunicipalApi always = (MunicipalApi) Proxy.newProxyInstance(MunicipalApi.class.getClassLoader(),
                new Class<?>[] {MunicipalApi.class}, (api, call, asked) -> Response.ok(page).build());
        QuarkusMock.installMockForType(StandIn.lines(always, null), MunicipalLines.class);
    }
}
