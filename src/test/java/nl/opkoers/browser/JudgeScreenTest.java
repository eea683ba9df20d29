package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.InventedHours;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marloes judges hours on her phone and at her desk, with a screen reader and a thumb in mind. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class JudgeScreenTest {

    @RegisterExtension
    final Browser browser = new Browser();

    DemoWorld world;

    @BeforeEach
    void hoursWait() {
        nothingIsLeft();
        InventedHours.fill();
    }

    @AfterEach
    void nothingIsLeft() {
        Stream.of("hour_act", "hour_told", "hour_entry", "outbox").forEach(Rows::clear);
    }

    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"NL,390", "NL,1280", "AR,320", "TI,390"})
    void fromTheOverviewToADecisionAndBack(Language language, int width) {
        Screen screen = AtThePortal.signIn(browser.visitor(language, width).expecting(400), "coach-a");
        String selam = at("/coach/hours/" + world.municipality().idOf("z-tigrinya"));
        for (String page : List.of(at("/coach"), at("/coach/hours"), at("/coach/participants"), selam)) {
            screen.goTo(page).mustBeAccessible();
        }
        String entry = screen.page().locator("main li.card a").first().getAttribute("href");

        screen.press(screen.page().locator("main li.card form button").first()).mustBeAccessible();
        screen.goTo(at(entry)).mustBeAccessible();
        screen.press(screen.page().locator("form[action$=undo] button"));
        screen.goTo(at(entry));
        screen.press(screen.page().locator("button[value=refuse]")).mustBeAccessible();

        assertEquals(1, screen.page().locator("[role=alert]").count());
        screen.screenshot("judge-" + width);
    }
}
