package nl.opkoers.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser finds what a person would stumble over, and lets a good page pass. */
class BrowserTest {

    private static SampleSite site;

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void openSite() {
        site = new SampleSite();
    }

    @AfterAll
    static void closeSite() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"NL,320", "NL,800", "AR,320", "AR,390", "TI,390", "TI,800"})
    void aGoodPagePassesAtEveryWidth(Language language, int width) {
        Screen screen = browser.visitor(language, width).open(site.address("/language/" + language.tag()));
        screen.mustBeAccessible().mustHaveSafeHeaders(true);
        Path picture = screen.screenshot("sample");
        assertTrue(Files.exists(picture), picture::toString);
    }

    @Test
    void withoutScriptEverythingIsCheckedAsWell() {
        Screen screen = browser.visitor(Language.NL, Browser.SMALL).withoutScript()
                .open(site.address("/language/nl"));
        screen.mustBeAccessible();
        assertFalse(screen.page().content().contains("class=\"script\""));
        Visitor other = browser.visitor(Language.NL, Browser.SMALL).withoutScript();
        String wide = spoilt("wide-still", "<h2>", "<svg width=\"400\" height=\"4\" aria-hidden=\"true\"></svg><h2>");
        assertTrue(faultOf(() -> other.open(wide)).contains("scrolls sideways"));
        other.leave(true);
    }

    @Test
    void thePageFollowsTheVisitorToAnotherLanguage() {
        Screen screen = browser.visitor(Language.NL, Browser.PHONE).open(site.address("/language/nl"));
        screen.switchTo(Language.AR);
        assertEquals("rtl", screen.page().getAttribute("html", "dir"));
    }

    @Test
    void theBrowserAsksInTheLanguageOfTheVisitor() {
        Screen screen = browser.visitor(Language.TI, Browser.PHONE).open(site.address("/language/ti"));
        assertEquals("ti-ER", screen.page().evaluate("navigator.language"));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "wide | <h2> | <svg width=\"700\" height=\"9\" aria-hidden=\"true\"></svg><h2> | scrolls sideways: 7",
            "button | </form> | <button>x</button></form> | too small for a thumb (44x",
            "box | </form> | <label for=\"b\">Ja</label><input type=\"checkbox\" id=\"b\"></form> | too small for a thumb",
            "nav | </main> | <nav aria-label=\"Meer\"><a href=\"/a\">x</a></nav></main> | too small for a thumb",
            "cut | <h2> | <p class=\"cut\">Dit is veel te lang voor zo een kleine plek.</p><h2> | text is cut off",
            "low | <h2> | <p class=\"low\">Te laag</p><h2> | text is cut off",
            "broken | <h2> | <p class=\"narrow\"><time>15-09-2026</time></p><h2> | number broken over two lines",
            "words | Deze maand | hours_this_month | raw message key",
    })
    void layoutFaultsAreFound(String name, String from, String to, String fault) {
        site.put("/page/spoil.css", """
                .cut { overflow: hidden; white-space: nowrap; inline-size: 90px; text-overflow: ellipsis }
                .narrow { inline-size: 60px } .narrow time { white-space: normal }
                .low { overflow: hidden; block-size: 10px }
                #b { inline-size: 12px } label { display: inline; line-height: 1 } form button:last-child
                { min-block-size: 20px } main nav a { min-block-size: 0; padding: 0 }""");
        String page = SampleSite.good(Language.NL).replace(from, to)
                .replace("</head>", "<link rel=\"stylesheet\" href=\"/page/spoil.css\"></head>");
        Visitor visitor = browser.visitor(Language.NL, Browser.SMALL);
        String told = faultOf(() -> visitor.open(site.put("/spoilt-" + name, page)));
        assertTrue(told.contains(fault), told);
        visitor.leave(true);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "console | frame.js | console.js | in the console: stuk",
            "error | frame.js | error.js | error in a script",
            "refused | frame.js | refused.js | Content Security Policy",
            "missing | frame.js | none.js | answered 404",
            "gone | frame.js | gone.js | failed: GET",
            "late | frame.js | late.js | raw message key",
    })
    void noiseIsHeard(String name, String from, String to, String fault) {
        site.put("/page/console.js", "console.error('stuk')");
        site.put("/page/error.js", "nothing.here()");
        site.put("/page/refused.js", "document.head.append(Object.assign(document.createElement('style'),"
                + "{textContent: 'p{}'})); document.head.lastChild.remove()");
        site.put("/page/gone.js", "fetch('" + SampleSite.BROKEN + "').catch(() => 0)");
        site.put("/page/late.js", "addEventListener('late', () => { document.querySelector('h2').textContent = 'hours_late'; })");
        Visitor visitor = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = visitor.open(spoilt(name, from, to));
        screen.page().evaluate("dispatchEvent(new Event('late'))");
        screen.page().waitForTimeout(600);
        List<String> heard = visitor.leave(false);
        assertTrue(heard.stream().anyMatch(found -> found.contains(fault)), heard::toString);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void whatFailedForWantOfNetworkIsPartOfTheTestThatTookItAway(boolean away) {
        Visitor visitor = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = visitor.open(site.address("/language/nl"));
        List<Route> asked = new ArrayList<>();
        visitor.context().route("**/asked", asked::add);
        screen.page().evaluate("() => { fetch('/asked').catch(() => 0) }");
        screen.page().waitForCondition(() -> !asked.isEmpty());
        if (away) {
            visitor.goOffline();
            visitor.comeOnline();
        }

        screen.page().onRequestFailed(failed -> asked.clear());
        asked.get(0).abort("internetdisconnected");
        screen.page().waitForCondition(asked::isEmpty);
        assertEquals(away, visitor.leave(false).isEmpty());
    }

    @Test
    void fetchingFromOthersIsHeard() {
        Visitor visitor = browser.visitor(Language.NL, Browser.PHONE);
        visitor.context().route("https://others.example/**", route -> route.fulfill());
        visitor.context().route("**/open", route -> route.fulfill(
                new Route.FulfillOptions().setContentType("text/html")
                        .setBody("<script>fetch('https://others.example/', {mode: 'no-cors'})</script>")));
        assertThrows(AssertionError.class, () -> visitor.open(site.address("/open")));
        List<String> heard = visitor.leave(true);
        assertTrue(heard.contains("fetched from others: https://others.example/"), heard::toString);
    }

    @Test
    void whatIsExpectedIsNotAFault() {
        site.put("/page/console.js", "console.error('stuk')");
        browser.visitor(Language.NL, Browser.PHONE).expecting(404).expecting("stuk")
                .open(spoilt("expected", "frame.js", "console.js").replace("/spoilt-", "/unknown-"));
        Visitor unaware = browser.visitor(Language.NL, Browser.PHONE);
        unaware.open(site.address("/unknown"));
        assertTrue(unaware.leave(false).get(0).startsWith("answered 404"));
    }

    @Test
    void losingTheNetworkOnPurposeIsNotAFault() {
        Visitor visitor = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = visitor.open(site.address("/language/nl"));
        visitor.goOffline();
        screen.page().evaluate("fetch('/language/nl').catch(() => 0)");
        visitor.comeOnline();
        assertEquals(200, screen.page().evaluate("fetch('/language/nl').then(answer => answer.status)"));
    }

    @Test
    void axeFindsWhatCannotBeRead() {
        site.put("/page/pale.css", "h2 { color: #ccc }");
        Screen screen = browser.visitor(Language.NL, Browser.PHONE).open(
                spoilt("pale", "</head>", "<link rel=\"stylesheet\" href=\"/page/pale.css\"></head>"));
        String told = faultOf(screen::mustBeAccessible);
        assertTrue(told.contains("color-contrast"), told);
    }

    @Test
    void aSlowConnectionIsSlowAndMeasured() {
        String page = site.address("/language/nl");
        Duration fast = browser.visitor(Language.NL, Browser.PHONE).open(page).largestContentfulPaint();
        Duration slow = browser.visitor(Language.NL, Browser.PHONE).onSlow4G().open(page).largestContentfulPaint();
        assertTrue(slow.toMillis() > 1_000, "two requests, one after the other: " + slow);
        assertTrue(fast.compareTo(slow) < 0, fast + " is not faster than " + slow);
    }

    @Test
    void theMachineHasLettersForEveryLanguage() {
        assertTrue(ChromiumInstall.hasLetters());
    }

    private static String spoilt(String name, String from, String to) {
        return site.put("/spoilt-" + name, SampleSite.good(Language.NL).replace(from, to));
    }

    private static String faultOf(Runnable act) {
        return assertThrows(AssertionError.class, act::run).getMessage();
    }
}
