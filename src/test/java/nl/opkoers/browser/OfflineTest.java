package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.OfflineMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone without internet: shows what its owner chose to keep, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class OfflineTest {

    private static final String NAME = "Marloes";

    @RegisterExtension
    final Browser browser = new Browser();

    @AfterEach
    void timeRunsOn() {
        TestClock.runOn();
    }

    @ParameterizedTest(name = "in {0}")
    @EnumSource(names = {"TI", "AR", "NL"})
    void whatWasKeptOpensWithoutInternetAndSaysFromWhenItIs(Language language) {
        Visitor selam = browser.visitor(language, Browser.PHONE);
        Screen screen = keep(AtThePortal.signIn(selam, "z-tigrinya"), "mine");
        screen.mustBeAccessible();

        selam.goOffline();
        for (String path : new String[] {"/agenda", "/hours", "/people"}) {
            screen.page().navigate(at(path));
            screen.check();
            assertTrue(screen.page().locator("#from").isVisible(), path);
            assertEquals(language.tag(), screen.page().locator("html").getAttribute("lang"));
        }
        assertTrue(screen.page().locator("main").innerText().contains(NAME), "whom to call");
        for (String path : new String[] {"/plan", "/messages"}) {
            screen.page().navigate(at(path));
            screen.check();
            assertEquals(words(language).none_title(), screen.page().locator("h1").innerText(), "not kept, and not somebody's");
        }
        selam.comeOnline();
        screen.goTo(at("/people"));
        assertFalse(screen.page().locator("#from").isVisible(), "fresh again");
    }

    @Test
    void whatIsShownWithoutInternetFollowsTheLanguage() {
        Visitor selam = browser.visitor(Language.NL, Browser.PHONE);
        Page page = keep(AtThePortal.signIn(selam, "z-tigrinya"), "mine").switchTo(Language.TI).page();

        selam.goOffline();
        page.navigate(at("/messages"));

        assertEquals("ti", page.locator("html").getAttribute("lang"));
        assertEquals(words(Language.TI).none_title(), page.locator("h1").innerText());
        selam.comeOnline();
    }

    @Test
    void nothingIsKeptUnlessOneAsksForIt() {
        Visitor selam = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = AtThePortal.signIn(selam, "z-tigrinya");
        screen.goTo(at("/agenda"));
        screen.goTo(at("/offline"));

        assertFalse(screen.page().locator("[data-keep=none]").isVisible(), "there is nothing to take away");
        assertEquals(0, screen.page().evaluate("caches.keys().then((all) => all.length)"));
        assertEquals(0, screen.page().evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "shared"})
    void signingOutTakesEverythingAway(String how) {
        Visitor selam = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = keep(AtThePortal.signIn(selam, "z-tigrinya"), how);

        screen.goTo(at("/plan")).press(screen.page().locator("form[action='/sign-out'] button"));

        mustHaveNothing(selam, screen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "shared"})
    void leavingQuicklyTakesEverythingAway(String how) {
        Visitor selam = browser.visitor(Language.NL, Browser.PHONE).expecting(404);
        selam.context().route("https://www.buienradar.nl/**", route -> route.fulfill());
        Screen screen = keep(AtThePortal.signIn(selam, "z-tigrinya"), how);

        screen.page().navigate(at("/leave"));
        screen.goTo(at("/"));

        mustHaveNothing(selam, screen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "shared"})
    void somebodyElseOnTheSamePhoneFindsNothing(String how) {
        Visitor phone = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = keep(AtThePortal.signIn(phone, "z-tigrinya"), how);
        phone.context().clearCookies();

        AtThePortal.choose(screen.goTo(at("/sign-in")), "z-arabic-elder");

        mustHaveNothing(phone, screen);
    }

    @Test
    void onASharedPhoneTheEndOfTheSessionIsTheEnd() {
        Visitor phone = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = keep(AtThePortal.signIn(phone, "z-tigrinya"), "shared");
        TestClock.advance(Duration.ofMinutes(16));

        screen.goTo(at("/agenda"));

        assertTrue(screen.page().url().contains("/session-ended"), screen.page().url());
        mustHaveNothing(phone, screen);
    }

    @Test
    void onOnesOwnPhoneItStaysWhenTheSessionEnds() {
        Visitor selam = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = keep(AtThePortal.signIn(selam, "z-tigrinya"), "mine");
        TestClock.advance(Duration.ofMinutes(16));
        screen.goTo(at("/agenda"));

        selam.goOffline();
        screen.page().navigate(at("/people"));

        assertTrue(screen.page().locator("main").innerText().contains(NAME));
        selam.comeOnline();
    }

    @Test
    void oneCanTakeItAway() {
        Visitor selam = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = keep(AtThePortal.signIn(selam, "z-tigrinya"), "mine");

        screen.page().locator("[data-keep=none]").click();
        told(screen.page(), words(Language.NL).removed());

        mustHaveNothing(selam, screen);
    }

    @Test
    void whereItCannotBeKeptThatIsSaid() {
        Visitor selam = browser.visitor(Language.NL, Browser.PHONE).expecting("when fetching the script");
        Screen screen = AtThePortal.signIn(selam, "z-tigrinya").goTo(at("/offline"));
        screen.page().locator("#keeping:visible").waitFor();
        selam.goOffline();

        screen.page().locator("[data-keep=mine]").click();

        told(screen.page(), words(Language.NL).failed());
        selam.comeOnline();
    }

    @Test
    void whoIsNotSignedInAnyMoreIsNotToldThatTheirPagesAreKept() {
        Visitor selam = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = AtThePortal.signIn(selam, "z-tigrinya").goTo(at("/offline"));
        screen.page().locator("#keeping:visible").waitFor();
        TestClock.advance(Duration.ofMinutes(16));

        screen.page().locator("[data-keep=mine]").click();

        told(screen.page(), words(Language.NL).failed());
        mustHaveNothing(selam, screen);
    }

    private static Screen keep(Screen signedIn, String how) {
        signedIn.goTo(at("/offline"));
        signedIn.page().locator("[data-keep=" + how + "]").click();
        told(signedIn.page(), words(signedIn.language()).kept());
        return signedIn;
    }

    private static void told(Page page, String words) {
        page.locator("[role=status]").filter(new Locator.FilterOptions().setHasText(words)).waitFor();
    }

    /** Not in the store of the phone, and not on a page. */
    private static void mustHaveNothing(Visitor phone, Screen screen) {
        assertEquals(false, screen.page().evaluate("caches.has('kept')"));
        phone.goOffline();
        for (String path : new String[] {"/agenda", "/people"}) {
            try {
                Response answer = screen.page().navigate(at(path));
                assertFalse(answer.text().contains(NAME), path);
            } catch (PlaywrightException noPageAtAll) {
                assertTrue(noPageAtAll.getMessage().contains("net::ERR_"), noPageAtAll.getMessage());
            }
        }
        phone.comeOnline();
        screen.goTo(at("/signed-out"));
    }

    private static OfflineMessages words(Language language) {
        return Texts.in(language, OfflineMessages.class);
    }
}
