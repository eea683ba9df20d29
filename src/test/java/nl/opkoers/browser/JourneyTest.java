package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.hours.UnsentMessages;
import nl.opkoers.identity.Session;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PrintedPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        page.clock().fastForward("12:00");
        assertFalse(page.locator("dialog[open]").isVisible());
        page.clock().fastForward("01:01");
        Locator dialog = page.locator("dialog[open]");
        dialog.waitFor();
        assertTrue(dialog.innerText().contains(Texts.in(Language.NL).idle_text()));
        dialog.locator("button").click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void whoSaysWithoutNetworkThatTheyAreThereCanGoOn() {
        Visitor selam = browser.visitor(Language.NL, Browser.PHONE);
        Page page = AtThePortal.signIn(selam, "z-tigrinya").goTo(at("/translation")).page();
        page.clock().install();
        page.reload();
        scriptHasRun(page);
        selam.goOffline();
        page.locator("textarea").fill("hal");
        page.clock().fastForward("13:01");

        page.locator("dialog[open] button").click();

        page.locator("dialog[open]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.locator("textarea").click();
        page.keyboard().type("f");
        assertEquals("half", page.locator("textarea").inputValue());
        selam.comeOnline();
    }

    @Test
    void whatIsSentWithoutNetworkStaysOnTheScreen() {
        Visitor selam = browser.visitor(Language.NL, Browser.PHONE);
        Page page = AtThePortal.signIn(selam, "z-tigrinya").goTo(at("/translation")).page();
        scriptHasRun(page);
        page.locator("textarea").fill("dit woord");
        selam.goOffline();

        page.locator("main form button").click();

        page.locator("#away").filter(new Locator.FilterOptions().setHasText(
                Texts.in(Language.NL, UnsentMessages.class).away())).waitFor();
        assertEquals("dit woord", page.locator("textarea").inputValue());
        selam.comeOnline();
        page.locator("main form button").click();
        page.waitForURL("**/translation/thanks");
    }

    @Test
    void whoTypesIsNotAskedAndStaysSignedIn() {
        Page page = AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE), "z-tigrinya").page();
        page.navigate(at("/translation"));
        page.clock().install();
        page.reload();
        scriptHasRun(page);
        for (int times = 0; times < 3; times++) {
            letPass(page, "11:50");
            page.waitForResponse("**/still-here", () -> page.locator("textarea").pressSequentially("a"));
        }
        assertFalse(page.locator("dialog[open]").isVisible());
        assertEquals("aaa", page.locator("textarea").inputValue());
        assertTrue((boolean) page.evaluate("document.activeElement.matches('textarea')"), "the focus stays where it was");
    }

    @Test
    void aTextThatWasBegunStaysOnTheScreenWhenTheSessionHasEnded() {
        Page page = AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE), "z-tigrinya").page();
        page.navigate(at("/translation"));
        page.clock().install();
        page.reload();
        scriptHasRun(page);
        page.waitForResponse("**/still-here", () -> page.locator("textarea").pressSequentially("a"));
        letPass(page, "13:00");
        letPass(page, "06:40");
        assertEquals("a", page.locator("textarea").inputValue());
    }

    @Test
    void whatWasTypedGoesFromTheScreenWhenSomebodyElseSignsInOnThisPhone() {
        Visitor phone = browser.visitor(Language.NL, Browser.PHONE);
        Page left = AtThePortal.signIn(phone, "z-tigrinya").page();
        left.navigate(at("/translation"));
        scriptHasRun(left);
        left.locator("textarea").fill("van Selam");
        phone.context().clearCookies();

        Page other = phone.context().newPage();
        other.navigate(at("/sign-in"));
        other.locator("button[name=person][value=g-turkish-new]").click();

        left.waitForCondition(() -> left.locator("textarea").inputValue().isEmpty());
        assertEquals(other.locator("body").getAttribute("data-person"), left.locator("body").getAttribute("data-person"));
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({"coach-a,coach-b", "coach-a,team-lead", "z-tigrinya,coach-a", "coach-a,z-tigrinya"})
    void nobodyReadsOnWhereSomebodyElseSignedInSince(String first, String next) {
        Visitor desk = browser.visitor(Language.NL, Browser.TABLET).expecting(403).expecting(404);
        Page left = AtThePortal.signIn(desk, first).page();
        left.navigate(at(first.equals("coach-a") ? "/coach/leave" : "/plan"));
        scriptHasRun(left);
        left.locator("main").evaluate("(page) => { page.dataset.whose = 'theirs'; }");
        desk.context().clearCookies();

        AtThePortal.signIn(desk, next);

        left.locator("main:not([data-whose])").waitFor();
    }

    /** As a page that slept meanwhile. */
    @Test
    void whoTypesOnAPageOfWhoWasHereBeforeFindsTheirOwn() {
        Visitor phone = browser.visitor(Language.NL, Browser.PHONE).expecting(412);
        phone.context().addInitScript("BroadcastChannel.prototype.postMessage = () => {}");
        Page left = AtThePortal.signIn(phone, "z-tigrinya").page();
        left.navigate(at("/translation"));
        scriptHasRun(left);
        String before = left.locator("body").getAttribute("data-person");
        phone.context().clearCookies();
        Page other = phone.context().newPage();
        other.navigate(at("/sign-in"));
        other.locator("button[name=person][value=g-turkish-new]").click();
        other.waitForURL(at("/"));

        left.locator("textarea").pressSequentially("v");

        left.waitForCondition(() -> !before.equals(left.locator("body").getAttribute("data-person")));
        assertEquals("", left.locator("textarea").inputValue());
    }

    @Test
    void whenTheSessionHasEndedNobodyReadsThePageAnyMore() {
        Page page = AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE), "z-tigrinya").page();
        // As if most of it had passed already.
        page.route("**/plan", route -> {
            APIResponse answer = route.fetch();
            route.fulfill(new Route.FulfillOptions().setResponse(answer)
                    .setBody(answer.text().replaceFirst("data-idle-seconds=\"\\d+\"", "data-idle-seconds=\"3\"")));
        }, new Page.RouteOptions().setTimes(1));

        page.navigate(at("/plan"));
        page.context().clearCookies();

        page.waitForURL("**/session-ended?to=%2Fplan");
        assertEquals(Texts.in(Language.NL).session_ended_title(), page.locator("h1").innerText());
    }

    @Test
    void aCoachIsAskedToo() {
        Page page = AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE), "coach-a").page();
        page.clock().install();
        page.reload();
        scriptHasRun(page);
        page.clock().fastForward("13:01");
        page.locator("dialog[open][role=alertdialog]").waitFor();
        // What is read aloud first: what it is, then what happens.
        assertEquals(Texts.in(Language.NL).idle_title(), describedBy(page, "aria-labelledby"));
        assertEquals(Texts.in(Language.NL).idle_text(), describedBy(page, "aria-describedby"));
    }

    @Test
    void withoutScriptANoticeComesByItselfTwoMinutesBefore() {
        Page page = AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE).withoutScript(), "z-tigrinya").page();
        Locator notice = page.locator(".ending[role=status]");
        assertFalse(notice.isVisible());
        double delay = Session.IDLE.toMillis() - 120_000;
        page.evaluate("until => document.getAnimations().forEach(each => { each.currentTime = until })", delay - 60_000);
        assertFalse(notice.isVisible());
        page.evaluate("until => document.getAnimations().forEach(each => { each.currentTime = until })", delay + 1);
        assertTrue(notice.isVisible());
        assertEquals(Texts.in(Language.NL).idle_without_script(), notice.innerText());
    }

    private static Object describedBy(Page page, String attribute) {
        return page.evaluate("name => document.getElementById(document.querySelector('dialog[open]').getAttribute(name)).textContent", attribute);
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

    @Test
    void onlyWhatCanBeSeenIsReadAloud() {
        Visitor visitor = browser.visitor(Language.NL, Browser.PHONE);
        visitor.context().addInitScript("""
                speechSynthesis.getVoices = () => [{ lang: 'nl-NL', name: 'Anna' }];
                speechSynthesis.speak = ({ said }) => { window.said = said; };
                window.SpeechSynthesisUtterance = class { constructor(said) { this.said = said; } };""");
        Page page = AtThePortal.signIn(visitor, "z-tigrinya").goTo(at("/hours/new")).page();
        page.locator("[data-part=how]:visible").waitFor();

        page.locator(".aloud").click();

        String said = page.evaluate("said").toString();
        assertTrue(said.contains(page.locator("h1").innerText()), said);
        assertTrue(said.contains(Texts.in(Language.NL, UnsentMessages.class).how()), said);
        assertFalse(said.contains(Texts.in(Language.NL, UnsentMessages.class).lost()), said);
        assertFalse(said.contains(page.locator(".aloud").innerText()), said);
    }

    @Test
    void onPaperStandsWhatIsFoldedOnTheScreen() {
        Page page = AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE), "g-turkish-new")
                .goTo(at("/costs/print?hours=600&price=12")).page();
        List<String> folded = page.locator("details:not([open]) p").allTextContents();

        String printed = PrintedPage.of(page.pdf()).text().replaceAll("\\s+", "");

        assertFalse(folded.isEmpty());
        assertEquals(List.of(), folded.stream().filter(text -> !printed.contains(text.replaceAll("\\s+", ""))).toList());
    }

    /** So much at once, as while a phone sleeps, and ten seconds more one by one. */
    private static void letPass(Page page, String minutes) {
        page.clock().fastForward(minutes);
        page.clock().runFor(10_000);
    }

    /** The script is fetched after the page is there. */
    private static void scriptHasRun(Page page) {
        page.locator("script[src]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
