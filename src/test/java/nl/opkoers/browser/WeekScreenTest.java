package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Seven days side by side on a small phone, in the order in which their readers read. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class WeekScreenTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"AR, 390, -1", "AR, 320, -1", "TI, 320, 1", "NL, 390, 1", "TR, 320, 1"})
    void theWeekBeginsOnMondayWhereReadingBegins(Language language, int width, int direction) {
        Screen screen = AtThePortal.signIn(browser.visitor(language, width), "o-arabic-load").goTo(at("/agenda"));
        screen.screenshot("week");
        Locator days = screen.page().locator(".strip").first().locator("li");

        List<Double> places = days.all().stream().map(day -> day.boundingBox().x).toList();

        assertEquals(7, places.size());
        assertEquals(places.stream().sorted((one, other) -> direction * Double.compare(one, other)).toList(), places);
        assertEquals(1, days.all().stream().map(day -> day.boundingBox().y).distinct().count(), "side by side");
        Stream.of("Tab", "Enter").forEach(key -> screen.page().locator(".strip a").first().press(key));
        screen.mustBeAccessible();
    }

    @ParameterizedTest(name = "in {0}")
    @EnumSource(names = {"AR", "NL"})
    void theKeyboardGoesThroughTheWeekInTheOrderInWhichItIsRead(Language language) {
        Screen screen = AtThePortal.signIn(browser.visitor(language, Browser.PHONE), "o-arabic-load").goTo(at("/agenda"));
        List<Integer> stops = new ArrayList<>();
        for (int stop = 0; stop < 30; stop++) {
            screen.page().keyboard().press("Tab");
            stops.add((Integer) screen.page().evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"));
        }
        assertEquals(stops.stream().sorted().distinct().toList(), stops, "nothing is skipped back to, and nothing is a trap");
    }
}
