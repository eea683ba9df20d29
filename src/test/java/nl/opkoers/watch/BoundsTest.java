package nl.opkoers.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused at the door is measured by its address as somebody asked for it: that must name nobody, and not be without end. */
class BoundsTest {

    private final MeterFilter bounds = new Bounds().bounded();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/plan", "/my-data/looks", "/coach/participants/{participant}", "/calendar/{token}.ics", "/assets/style.css",
            "/v1/inburgeraars/{id}/agenda/{item}/_bevestig", "NOT_FOUND", "REDIRECTION", "root", "UNKNOWN"})
    void aRouteKeepsItsName(String route) {
        assertEquals(route, named(route));
    }

    /** Else all that an open conversation asks for would be of no name, and counted among the pages that people wait for. */
    @ParameterizedTest
    @CsvSource({"/messages/{id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}/live, /messages/{id}/live",
        "'/sign-in/{why: unknown|unreachable}', /sign-in/{why}"})
    void ofWhatIsFilledInOnlyItsNameIsTold(String route, String told) {
        assertEquals(told, named(route));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/coach/participants/650b7127-e749-387b-bd23-9ca0b04fa760", "/messages/47dab65d-23a3-41dc-b43a-e1a27c09b058/live",
            "/hours/12", "/plan?bsn=999990019", "/calendar/aB3dE.ics", "/coach/participants/P-1003", "/%D8%B9", "//evil.example", "/plan/"})
    void whatSomebodyAskedForIsNoName(String asked) {
        assertEquals("OTHER", named(asked));
    }

    @Test
    void inventedWordsMakeNoNamesWithoutEnd() {
        assertTrue(IntStream.range(0, 26 * 26 * 26).mapToObj(number -> named("/" + (char) ('a' + number % 26)
                + (char) ('a' + number / 26 % 26) + (char) ('a' + number / 676))).collect(Collectors.toSet()).size() <= 501);
    }

    @Test
    void otherMeasuresAreLeftAsTheyAre() {
        Meter.Id id = new Meter.Id("opkoers.calls", Tags.of("uri", "/12"), null, null, Meter.Type.COUNTER);
        assertEquals(id, bounds.map(id));
    }

    private String named(String address) {
        return bounds.map(new Meter.Id("http.server.requests", Tags.of("uri", address, "method", "GET"), null, null, Meter.Type.TIMER))
                .getTag("uri");
    }
}
