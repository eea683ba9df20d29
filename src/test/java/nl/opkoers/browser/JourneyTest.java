package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do at the portal, from beginning to end, with a script and without. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class JourneyTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest(name = "in {0}")
    @EnumSource(names = {"TI", "AR", "NL"})
    void everythingWorksWithoutScript(Language language) {
        Screen screen = AtThePortal.signIn(browser.visitor(language, Browser.PHONE).withoutScript(), "z-tigrinya");
        screen.goTo(at("/plan"));
        screen.page().locator("details summary").first().click();
        assertTrue(screen.page().locator("details[open]").count() == 1, "opens without script");
        screen.goTo(at("/translation")).page().locator("textarea").fill("ጌጋ");
        screen.press(screen.page().locator("main form button"));
        assertTrue(screen.page().url().endsWith("/translation/thanks"), screen.page().url());
        screen.press(screen.page().locator("form[action='/sign-out'] button"));
        assertTrue(screen.page().url().contains("/signed-out"), screen.page().url());
        assertEquals(language.tag(), screen.page().locator("html").getAttribute("lang"));
    }

    @Test
    void theLanguageThatWasChosenStays() {
        Screen screen = browser.visitor(Language.NL, Browser.PHONE).open(at("/"));
        screen.switchTo(Language.AR);
        AtThePortal.choose(screen.goTo(at("/sign-in")), "b1-arabic-exam");
        assertEquals("rtl", screen.page().locator("html").getAttribute("dir"));
        screen.switchTo(Language.TI);
        screen.goTo(at("/plan"));
        assertEquals("ti", screen.page().locator("html").getAttribute("lang"));
    }

    @Test
    void afterSigningOutGoingBackShowsNothingOfThePerson() {
        Screen screen = AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE), "z-tigrinya");
        screen.press(screen.page().locator("form[action='/sign-out'] button"));
        screen.page().goBack();
        screen.page().waitForLoadState();
        assertFalse(screen.page().locator("body").innerText().contains("Selam"));
    }

    @Test
    void oneIsAskedWhetherOneIsStillThereAndMayStay() {
        Visitor visitor = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = AtThePortal.signIn(visitor, "z-tigrinya");
        Page page = screen.page();
        page.clock().install();
        page.reload();
        scriptHasRun(page);
        page.clock().fastForward("12:59");
        assertFalse(page.locator("dialog[open]").isVisible());
        page.clock().fastForward("00:02");
        Locator dialog = page.locator("dialog[open]");
        dialog.waitFor();
        assertTrue(dialog.innerText().contains(Texts.in(Language.NL).idle_text()));
        dialog.locator("button").click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void theFirstThingTheKeyboardReachesLeadsToTheContent() {
        Screen screen = browser.visitor(Language.EN, Browser.TABLET).open(at("/"));
        screen.page().keyboard().press("Tab");
        assertEquals("#content", screen.page().evaluate("document.activeElement.getAttribute('href')"));
    }

    @ParameterizedTest(name = "a voice for {0}")
    @EnumSource(names = {"NL", "TI"})
    void readingAloudIsOfferedOnlyWhereThereIsAVoice(Language language) {
        Visitor visitor = browser.visitor(language, Browser.PHONE);
        visitor.context().addInitScript("speechSynthesis.getVoices = () => [{lang: 'nl-NL', name: 'Anna'}]");
        Screen screen = visitor.open(at("/"));
        scriptHasRun(screen.page());
        assertEquals(language == Language.NL, screen.page().locator(".aloud").isVisible());
    }

    /** The script is fetched after the page is there. */
    private static void scriptHasRun(Page page) {
        page.locator("script[src]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
