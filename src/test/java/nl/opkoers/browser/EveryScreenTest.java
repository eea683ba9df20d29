package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cast reads its own pages, spread over all languages and widths, and nobody stumbles over anything. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class EveryScreenTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest(name = "{0} in {1} at {2} px")
    @CsvSource(delimiter = '|', value = {
            "z-tigrinya        | TI | 390 | / /plan /agenda /hours /hours/new /messages /people /people/preference /my-data /my-data/looks /my-data/notices /translation /help/choose-school",
            "b1-arabic-exam    | AR | 390 | / /plan /agenda /messages /people /people/preference /my-data /my-data/notices",
            "z-arabic-elder    | AR | 320 | / /plan /hours /hours/new /hours/week /agenda/work/new?kind=weekly /unsent",
            "moved-arabic      | AR | 800 | / /plan",
            "azc-tigrinya-wait | TI | 320 | / /plan /messages /my-data/wrong /my-data/forget",
            "o-arabic-load     | TI | 800 | / /agenda /agenda/work/new?kind=shifts",
            "b1-arabic-hours   | NL | 320 | / /plan /agenda/work /agenda/work/new",
            "unknown-values    | NL | 800 | / /plan /hours",
            "g-turkish-new     | TR | 390 | / /plan /schools /costs /costs/calculate?hours=600&months=24",
            "g-turkish-z       | TR | 320 | / /hours /hours/new /translation /agenda/work/new?kind=loose",
            "done-turkish      | TR | 800 | / /plan /my-data/wrong /my-data/forget",
            "g-english-debt    | EN | 320 | / /people /plan /schools /costs/self-study",
            "switched-english  | EN | 390 | / /messages",
            "exempt-english    | EN | 800 | / /plan /my-data/download",
            "old-law           | NL | 390 | /",
            "extended-arabic   | AR | 390 | /schools?level=B1&weeks=x /schools/C-1001-1",
            "o-family-rare     | TI | 390 | /schools/C-1001-1 /schools?kind=places",
            "coach-a           | EN | 320 | /coach /coach/hours /coach/participants /coach/leave /coach/hand-over",
            "team-lead         | NL | 320 | /team",
    })
    void aPersonReadsTheirPages(String person, Language language, int width, String paths) {
        Screen screen = AtThePortal.signIn(browser.visitor(language, width), person);
        for (String path : paths.split(" ")) {
            screen.goTo(at(path)).mustHaveSafeHeaders(true);
            unfold(screen).mustBeAccessible();
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"z-tigrinya,TI", "b1-arabic-exam,AR"})
    void pagesAreThereToBeLookedAt(String person, Language language) {
        Screen screen = AtThePortal.signIn(browser.visitor(language, Browser.PHONE), person);
        screen.screenshot("home");
        screen.goTo(at("/plan")).screenshot("plan");
        screen.goTo(at("/my-data/notices")).screenshot("notices");
        screen.goTo(at("/my-data/download")).screenshot("download");
        screen.goTo(at("/my-data/wrong")).screenshot("wrong");
        screen.goTo(at("/my-data/forget")).screenshot("forget");
        screen.page().locator("input[value=WORK]").check();
        screen.press(screen.page().locator("form[action$=check] button")).mustBeAccessible().screenshot("forget-check");
    }

    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"NL,320", "EN,800", "TR,390", "AR,320", "TI,390"})
    void beforeSigningInAndWhenSomethingIsWrongPagesAreAsGood(Language language, int width) {
        Screen screen = browser.visitor(language, width).expecting(404).expecting(403).open(at("/"));
        for (String path : List.of("/", "/verify?code=short", "/sign-in", "/session-ended", "/nothing/here")) {
            screen.goTo(at(path)).mustBeAccessible();
        }
        AtThePortal.choose(screen.goTo(at("/sign-in")), "unknown-person").mustBeAccessible();
    }

    @ParameterizedTest(name = "{0} in {1} at {2} px")
    @CsvSource(delimiter = '|', value = {
            "z-tigrinya     | TI | 390 | / /plan /agenda /hours/new /messages /my-data /people /emergency",
            "z-tigrinya     | TI | 320 | / /agenda /hours/new /hours/week /people /emergency /agenda/work/new?kind=weekly",
            "g-turkish-new  | TR | 390 | /plan /schools /costs /costs/calculate?hours=600&price=12 /help",
            "g-turkish-new  | NL | 320 | /people /schools /costs/calculate?hours=600&price=12 /my-data/wrong /my-data/download",
            "b1-arabic-exam | AR | 390 | / /plan /agenda/exams /people",
            "b1-arabic-exam | AR | 320 | /plan /people /schools /emergency",
            "coach-a        | NL | 320 | /coach /coach/participants /coach/hours /coach/leave /coach/hand-over",
    })
    void lettersTwiceAsLargeStayOnTheScreen(String person, Language language, int width, String paths) {
        Screen screen = AtThePortal.signIn(browser.visitor(language, width), person);
        for (String path : paths.split(" ")) {
            screen.goTo(at(path)).page().evaluate("document.styleSheets[0].insertRule('html { font-size: 200% }')");
            unfold(screen);
        }
    }

    @Test
    void inHighContrastWhatWasChosenIsSeen() throws IOException {
        Page page = AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE), "z-tigrinya").goTo(at("/hours/new")).page();
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));

        page.locator("#activity-VOLUNTEERING").check();

        assertNotEquals(inside(page, "SPORT"), inside(page, "VOLUNTEERING"));
    }

    /** The colour just within the frame of a tile. */
    private static int inside(Page page, String activity) throws IOException {
        byte[] tile = page.locator("[for=activity-" + activity + "]").screenshot();
        return ImageIO.read(new ByteArrayInputStream(tile)).getRGB(12, 12);
    }

    private static Screen unfold(Screen screen) {
        screen.page().locator("details").evaluateAll("all => all.forEach(each => { each.open = true; })");
        return screen.check();
    }
}
