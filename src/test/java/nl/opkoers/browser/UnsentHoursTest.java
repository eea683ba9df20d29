package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.hours.UnsentMessages;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fiyori logs her hours on the bus: nothing is lost, nothing counts twice, and nobody else sees it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class UnsentHoursTest {

    private static final String FIYORI = "z-tigrinya";
    private static final String WALID = "z-arabic-elder";
    private static final String NOTE = "Soep gekookt in het buurthuis";
    private static final String FULL = "IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }";
    private static final String FULL_FOR_PHOTOS = "const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = "
            + "function (entry) { if (entry.photo) throw new DOMException('', 'QuotaExceededError'); return put.call(this, entry); }";
    /** Everything in the store of the phone, as somebody could read it who has it in their hands. */
    private static final String STORE = """
            () => new Promise((done) => {
              indexedDB.open('unsent', 1).onsuccess = (opened) => {
                opened.target.result.transaction('entries').objectStore('entries').getAll().onsuccess = (read) => {
                  const bytes = (each) => new TextDecoder('latin1').decode(each.written.bytes);
                  done(read.target.result.map((each) => each.id + each.person + each.state + bytes(each)));
                };
              };
            })""";
    private static final String EMPTY = "new Promise((done) => { indexedDB.deleteDatabase('unsent').onsuccess = done; })";

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeEach
    @AfterEach
    void nothingIsLoggedYet() {
        TestClock.runOn();
        for (String table : List.of("hour_act", "hour_told", "hour_entry", "picture")) {
            Rows.clear(table);
        }
    }

    @ParameterizedTest(name = "in {0}")
    @EnumSource(names = {"TI", "AR", "NL"})
    void whatIsFilledInOnTheBusIsKeptAndSentLater(Language language) {
        Visitor fiyori = browser.visitor(language, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        fiyori.goOffline();

        send(screen, "");
        waits(screen);
        send(screen, "");
        entries(screen).nth(1).waitFor();
        assertEquals(0, logged());
        screen.check().mustBeAccessible().screenshot("unsent");

        fiyori.comeOnline();
        state(screen, words(language).received()).nth(1).waitFor();
        assertEquals(2, logged(), "two, for they have ids of their own although the page was opened once");
        received(screen, 2);
        screen.mustBeAccessible().screenshot("unsent-received");
    }

    @Test
    void aNetworkThatLeadsNowhereIsTriedAgainWithoutBeingTold() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE).expecting(503);
        Screen signedIn = AtThePortal.signIn(fiyori, FIYORI);
        fiyori.context().clock().install();
        Screen screen = form(signedIn);
        fiyori.context().route("**/unsent/sender", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        send(screen, "");
        waits(screen);

        fiyori.context().unroute("**/unsent/sender");
        fiyori.context().clock().fastForward(20_000);

        state(screen, words(Language.NL).received()).waitFor();
        assertEquals(1, logged());
    }

    @Test
    void withANetworkItIsReceivedAtOnce() {
        Screen screen = form(AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE), FIYORI));

        send(screen, NOTE);

        screen.page().waitForURL(Pattern.compile("/hours\\?saved="));
        state(screen, words(Language.NL).received()).waitFor();
        assertEquals(1, logged());
        assertEquals(1, Rows.of("select 1 from hour_act where act -> 'written' ->> 'note' = '" + NOTE + "'").size());
    }

    @Test
    void whoTapsTwiceLogsOnce() {
        Screen screen = form(AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE), FIYORI));
        fill(screen, "");

        screen.page().evaluate("() => { const button = document.querySelector('form [name=do]'); button.click(); button.click(); }");

        screen.page().waitForURL(Pattern.compile("/hours\\?saved="));
        assertEquals(1, logged());
    }

    @Test
    void whatWasSentWhileTheAnswerGotLostCountsOnce() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE).expecting("net::ERR");
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        whenSent(fiyori, UnsentHoursTest::loseTheAnswer);

        send(screen, "");
        told(screen, words(Language.NL).sent());
        assertEquals(1, logged(), "it did arrive");
        state(screen, words(Language.NL).sent()).waitFor();

        fiyori.context().unroute("**/hours");
        received(screen, 1);
        assertEquals(1, logged());
    }

    @Test
    void aPhoneWhoseClocksDisagreeListsItOnce() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE).expecting("net::ERR");
        fiyori.context().addInitScript("Object.defineProperty(performance, 'timeOrigin', { value: 0 })");
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        whenSent(fiyori, UnsentHoursTest::loseTheAnswer);
        send(screen, "");
        told(screen, words(Language.NL).sent());
        fiyori.context().unroute("**/hours");

        received(screen, 1);
        assertEquals(1, logged());
    }

    private static void loseTheAnswer(Route route) {
        route.fetch();
        route.abort();
    }

    /** What becomes, from now on, of hours that are on their way; pages are not touched. */
    private static void whenSent(Visitor phone, Consumer<Route> happens) {
        phone.context().route("**/hours", route -> {
            if (route.request().method().equals("POST")) {
                happens.accept(route);
            } else {
                route.resume();
            }
        });
    }

    @Test
    void whileOneIsBeingSentTheNextOneCanBeFilledIn() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        List<Route> late = new ArrayList<>();
        fiyori.context().route("**/unsent/sender", late::add);
        send(screen, "");
        told(screen, words(Language.NL).kept());

        fill(screen, NOTE);
        screen.page().waitForCondition(() -> !late.isEmpty());
        fiyori.context().unroute("**/unsent/sender");
        late.forEach(Route::resume);

        state(screen, words(Language.NL).received()).waitFor();
        assertEquals(NOTE, screen.page().inputValue("main [name=note]"), "nobody takes it away");
        screen.page().locator("main form [name=do]").first().click();
        screen.page().waitForURL(Pattern.compile("/hours\\?saved="));
        assertEquals(2, logged());
    }

    @Test
    void twoTabsSendItOnce() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        Screen other = fiyori.open(at("/hours/new"));
        fiyori.goOffline();
        send(screen, "");
        waits(screen);

        fiyori.comeOnline();

        state(screen, words(Language.NL).received()).waitFor();
        state(other, words(Language.NL).received()).waitFor();
        assertEquals(1, logged());
        assertEquals(1, Rows.of("select 1 from hour_act").size());
    }

    @Test
    void somebodyElseOnTheSamePhoneNeitherSeesNorSendsIt() {
        Visitor phone = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(phone, FIYORI));
        keepWithoutNetwork(phone, screen);
        phone.context().clearCookies();
        phone.comeOnline();

        AtThePortal.choose(screen.goTo(at("/sign-in")), WALID);
        screen.goTo(at("/unsent"));
        told(screen, words(Language.NL).none());
        assertEquals(0, entries(screen).count());
        assertFalse(screen.page().evaluate(STORE).toString().contains(NOTE), "it cannot be read in the store either");
        assertTrue(screen.page().evaluate(STORE).toString().contains("kept"), "though it is there");
        screen.press(screen.page().locator("main form[action='/sign-out'] button"));
        assertEquals(0, logged());

        AtThePortal.choose(screen.goTo(at("/sign-in")), FIYORI);
        received(screen, 1);
        assertEquals(1, logged());
        assertEquals(1, Rows.of("select distinct participant from hour_entry").size());
    }

    @Test
    void aPageOfOnePersonIsNotSentByAnother() {
        Visitor phone = browser.visitor(Language.NL, Browser.PHONE);
        // A page that hears nothing of others: by itself it would have gone from the screen.
        phone.context().addInitScript("BroadcastChannel.prototype.postMessage = () => {}");
        phone.context().route("**/still-here", asked ->
                asked.fulfill(new Route.FulfillOptions().setStatus(204).setHeaders(Map.of("seconds", "900"))));
        Screen fiyoris = form(AtThePortal.signIn(phone, FIYORI));
        phone.context().clearCookies();
        AtThePortal.signIn(phone, WALID);

        send(fiyoris, NOTE);

        told(fiyoris, words(Language.NL).ended());
        assertEquals(0, logged());
    }

    @Test
    void whatIsNotTakenComesBackAsItWasFilledIn() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE).expecting(400);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        fiyori.goOffline();
        screen.page().locator("main [name=note]").evaluate("(note, text) => { note.value = text; }", NOTE);
        screen.page().locator("main form [name=do]").first().click();
        waits(screen);
        fiyori.comeOnline();
        state(screen, words(Language.NL).returned()).waitFor();

        screen.goTo(at("/hours"));
        screen.page().getByText(words(Language.NL).correct()).click();
        screen.page().locator("#mistakes").waitFor();
        assertEquals(NOTE, screen.page().inputValue("main [name=note]"));
        assertEquals(0, entries(screen).count(), "it is in the form");
        form(screen.check());
        send(screen, NOTE);

        screen.page().waitForURL(Pattern.compile("/hours\\?saved="));
        assertEquals(1, logged());
        assertEquals(0, Rows.of("select 1 from hour_act where act -> 'written' ->> 'note' is null").size());
    }

    @Test
    void whatIsTakenFromThePortalsOwnFormWaitsNoMore() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE).expecting(400);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        keepWithoutNetwork(fiyori, screen);
        whenSent(fiyori, route -> route.fulfill(new Route.FulfillOptions().setStatus(400).setContentType("application/json")
                .setBody("{\"mistakes\": [\"!\"]}")));
        fiyori.comeOnline();
        state(screen, words(Language.NL).returned()).waitFor();
        fiyori.context().unroute("**/hours");

        screen.page().getByText(words(Language.NL).correct()).click();
        screen.page().waitForURL(Pattern.compile("/hours\\?saved="));
        isEmpty(screen);
        screen.page().waitForCondition(() -> screen.page().evaluate("localStorage.getItem('unsent')") == null);
        screen.goTo(at("/unsent"));
        told(screen, words(Language.NL).none());
        assertEquals(1, logged());
    }

    @Test
    void whatIsOnItsWayCannotBeThrownAway() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        keepWithoutNetwork(fiyori, screen);
        List<Route> late = onItsWay(fiyori, screen);

        screen.press(words(Language.NL).remove());
        screen.press(words(Language.NL).remove_sure());
        state(screen, words(Language.NL).sent()).waitFor();
        late.forEach(Route::resume);

        state(screen, words(Language.NL).received()).waitFor();
        assertEquals(1, logged());
    }

    @Test
    void whatIsThrownAwayWhileAnotherIsSentIsNotSent() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        keepWithoutNetwork(fiyori, screen);
        send(screen, "");
        entries(screen).nth(1).waitFor();
        List<Route> late = onItsWay(fiyori, screen);

        Locator second = entries(screen).nth(1).locator("button");
        second.click();
        second.click();
        entries(screen).nth(1).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        late.forEach(Route::resume);

        state(screen, words(Language.NL).received()).waitFor();
        assertEquals(1, logged());
    }

    @Test
    void whatIsWrittenAnewWhileItIsSentIsNotLost() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE).expecting(400);
        Screen screen = concept(AtThePortal.signIn(fiyori, FIYORI));
        Screen other = fiyori.open(screen.page().url());
        ready(other);
        List<Route> late = sendsLate(fiyori);
        send(screen, "");
        screen.page().waitForCondition(() -> !late.isEmpty());

        send(other, NOTE);
        told(other, words(Language.NL).kept());
        fiyori.context().unroute("**/hours");
        late.forEach(Route::resume);

        other.page().waitForURL(at("/hours"));
        assertEquals(NOTE, other.page().inputValue("main [name=note]"), "the portal has another one, and asks which it is to be");
        assertEquals(1, logged());
    }

    @Test
    void whatIsFilledInOnceMoreDoesNotCountTwice() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = concept(AtThePortal.signIn(fiyori, FIYORI));
        keepWithoutNetwork(fiyori, screen);
        assertFalse(screen.page().locator("main form [name=do]").first().isVisible(), "it has done its work");
        screen.check().screenshot("unsent-change");
        fiyori.comeOnline();

        state(screen, words(Language.NL).received()).waitFor();
        assertEquals(1, logged());
    }

    /** An entry that was begun and not sent, opened to be finished. */
    private static Screen concept(Screen screen) {
        form(screen);
        fill(screen, "");
        screen.page().locator("form [name=do][value=keep]").click();
        screen.page().waitForURL(Pattern.compile("/hours\\?saved="));
        screen.goTo(at("/hours/" + screen.page().url().replaceFirst(".*=", "") + "/change"));
        ready(screen);
        return screen;
    }

    /** From now on what is sent is on its way until the test lets it go. */
    private static List<Route> sendsLate(Visitor phone) {
        List<Route> late = new ArrayList<>();
        whenSent(phone, late::add);
        return late;
    }

    /** There is a network, and what was kept is on its way until the test lets it go. */
    private static List<Route> onItsWay(Visitor phone, Screen screen) {
        List<Route> late = sendsLate(phone);
        phone.comeOnline();
        screen.page().waitForCondition(() -> !late.isEmpty());
        return late;
    }

    @Test
    void anotherPageTakesNothingAwayThatWasChangedSince() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        Screen other = fiyori.open(at("/unsent"));
        String entry = screen.page().locator("form input[name=id]").first().inputValue();
        keepWithoutNetwork(fiyori, screen);
        fiyori.comeOnline();
        state(other, words(Language.NL).received()).waitFor();
        told(screen, words(Language.NL).received());
        screen.goTo(at("/hours/" + entry + "/change"));
        ready(screen);

        keepWithoutNetwork(fiyori, screen);
        state(other, words(Language.NL).kept()).waitFor();
        fiyori.comeOnline();

        told(screen, words(Language.NL).received());
        assertEquals(1, logged());
        assertEquals(2, Rows.of("select 1 from hour_act").size(), "sent, and changed");
    }

    @Test
    void onAFullPhoneItIsSaidAndStaysOnTheScreen() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        fiyori.context().addInitScript(FULL);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        fiyori.goOffline();

        send(screen, NOTE);
        told(screen, words(Language.NL).full());
        assertEquals(NOTE, screen.page().inputValue("main [name=note]"));

        fiyori.comeOnline();
        screen.page().locator("main form [name=do]").first().click();
        screen.page().waitForURL(Pattern.compile("/hours\\?saved="));
        assertEquals(1, logged());
    }

    @Test
    void onAPhoneThatIsFullByThenTheSecondOneCanBeSentLater() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE).expecting("QuotaExceededError");
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        keepWithoutNetwork(fiyori, screen);
        screen.page().evaluate("() => { " + FULL + " }");
        send(screen, NOTE);
        told(screen, words(Language.NL).full());

        fiyori.comeOnline();
        screen.page().locator("main form [name=do]").first().click();

        screen.page().waitForURL(Pattern.compile("/hours\\?saved="));
        // A full phone could not keep that the first one had arrived: this page sends it once more, and lists it then.
        screen.page().waitForURL(at("/hours"));
        state(screen, words(Language.NL).received()).waitFor();
        assertEquals(2, logged());
    }

    @Test
    void aPhotoIsKeptAndSentToo() throws IOException {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        fiyori.goOffline();
        screen.page().locator("[name=photo]").setInputFiles(photo());

        send(screen, "");
        waits(screen);
        fiyori.comeOnline();

        state(screen, words(Language.NL).received()).waitFor();
        assertEquals(1, Rows.of("select 1 from hour_act it join picture on picture.id::text = it.act -> 'written' ->> 'photo'").size());
    }

    @Test
    void aPhotoThatDoesNotFitIsToldAndTheHoursAreKept() throws IOException {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        fiyori.context().addInitScript(FULL_FOR_PHOTOS);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        fiyori.goOffline();
        screen.page().locator("[name=photo]").setInputFiles(photo());

        send(screen, "");
        told(screen, words(Language.NL).photo());
        fiyori.comeOnline();

        state(screen, words(Language.NL).received()).waitFor();
        assertEquals(1, logged());
        assertEquals(0, Rows.of("select 1 from picture").size());
    }

    @Test
    void whoTakesAwayWhatIsOnThePhoneLeavesWhatWaitsForSomebodyElse() {
        Visitor phone = browser.visitor(Language.NL, Browser.PHONE).expecting(503);
        phone.context().route("**/unsent/sender", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        Screen screen = form(AtThePortal.signIn(phone, FIYORI));
        String fiyori = screen.page().locator("body").getAttribute("data-person");
        send(screen, NOTE);
        waits(screen);
        phone.context().clearCookies();
        AtThePortal.choose(screen.goTo(at("/sign-in")), WALID);
        screen.goTo(at("/hours/new"));
        ready(screen);
        send(screen, "van Walid");
        waits(screen);
        assertEquals(2, ((List<?>) screen.page().evaluate(STORE)).size());

        screen.page().evaluate("caches.open('kept')");

        takeAway(screen, "WORK");
        assertEquals(true, screen.page().evaluate("caches.has('kept')"), "what is on the phone was not meant");
        takeAway(screen, "PHONE");
        assertEquals(false, screen.page().evaluate("caches.has('kept')"));
        List<?> left = (List<?>) screen.page().evaluate(STORE);
        assertTrue(left.size() == 1 && left.get(0).toString().contains(fiyori), left.size() + " left");
    }

    private static void takeAway(Screen screen, String kind) {
        screen.goTo(at("/my-data/forget")).page().locator("[value=" + kind + "]").check();
        screen.press(screen.page().locator("form[action$=check] button"));
        screen.page().locator("form[action$=now] button").click();
        screen.page().waitForURL("**gone=yes");
        screen.check();
    }

    @Test
    void aStoreThatWasClearedIsTold() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        keepWithoutNetwork(fiyori, screen);
        screen.page().evaluate(EMPTY);
        fiyori.comeOnline();

        screen.goTo(at("/hours"));
        Locator lost = screen.page().getByText(words(Language.NL).lost());
        lost.waitFor();
        screen.press(words(Language.NL).lost_read());
        lost.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void aStoreThatIsClearedWhileItIsBeingSentIsNotSaidToBeReceived() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE).expecting("net::ERR");
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        List<Route> asked = new ArrayList<>();
        fiyori.context().route("**/unsent/sender", asked::add);
        send(screen, NOTE);
        screen.page().waitForCondition(() -> !asked.isEmpty());
        screen.page().evaluate(EMPTY);

        asked.forEach(Route::abort);

        screen.page().getByText(words(Language.NL).lost()).waitFor();
        assertTrue(screen.page().url().endsWith("/hours/new"), screen.page().url());
    }

    @Test
    void whenTheSessionHasEndedSigningInSendsIt() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        // It asks when somebody types, and would leave for the page on which one signs in as soon as nothing is typed any more.
        fiyori.context().route("**/still-here", asked ->
                asked.fulfill(new Route.FulfillOptions().setStatus(204).setHeaders(Map.of("seconds", "900"))));
        TestClock.advance(Duration.ofMinutes(16));

        send(screen, NOTE);
        told(screen, words(Language.NL).ended());
        assertEquals(0, logged());
        screen.check().screenshot("unsent-ended");
        TestClock.runOn();
        fiyori.context().clearCookies();
        screen.page().locator("#unsent a").click();
        AtThePortal.choose(screen, FIYORI);

        state(screen, words(Language.NL).received()).waitFor();
        assertEquals(1, logged());
    }

    @Test
    void signingOutTellsFirstWhatWaits() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE).expecting(503);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        whenSent(fiyori, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        send(screen, NOTE);
        told(screen, words(Language.NL).sent());

        screen.page().locator("footer form[action='/sign-out'] button").click();
        screen.page().waitForURL("**/unsent");
        entries(screen).waitFor();
        screen.check().mustBeAccessible();
        screen.press(screen.page().locator("main form[action='/sign-out'] button"));
        assertTrue(screen.page().url().contains("/signed-out"), screen.page().url());
        assertEquals(0, logged());

        fiyori.context().unroute("**/hours");
        AtThePortal.choose(screen.goTo(at("/sign-in")), FIYORI);
        received(screen, 1);
        assertEquals(1, logged());
    }

    @Test
    void leavingQuicklyShowsNothingAndLosesNothing() {
        // As people have it: in the shell, leaving once did not lead away.
        Visitor fiyori = browser.whole().visitor(Language.NL, Browser.PHONE).expecting(503).expecting("buienradar.nl");
        fiyori.context().route("https://www.buienradar.nl/**", route -> route.fulfill());
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        whenSent(fiyori, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        send(screen, NOTE);
        told(screen, words(Language.NL).sent());

        screen.page().locator(".leave").click();
        screen.page().waitForURL("https://www.buienradar.nl/**");
        fiyori.context().unroute("**/hours");
        screen.goTo(at("/signed-out"));
        assertFalse(screen.page().evaluate(STORE).toString().contains(NOTE));
        assertFalse(screen.page().content().contains(NOTE));

        AtThePortal.choose(screen.goTo(at("/sign-in")), FIYORI);
        received(screen, 1);
        assertEquals(1, logged());
        isEmpty(screen);
        screen.page().locator(".leave").click();
        screen.page().waitForURL("https://www.buienradar.nl/**");
        screen.goTo(at("/signed-out"));
        assertEquals(0, screen.page().evaluate("indexedDB.databases().then((all) => all.length)"), "nothing waits: nothing stays");
    }

    @Test
    void thePageThatAPhoneHasKeptTakesHoursToo() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = AtThePortal.signIn(fiyori, FIYORI).goTo(at("/offline"));
        screen.page().locator("[data-keep=mine]").click();
        screen.page().locator("[data-keep=none]").waitFor();
        fiyori.goOffline();

        for (int entry = 0; entry < 2; entry++) {
            screen.page().navigate(at("/hours/new"));
            ready(screen);
            send(screen, NOTE);
            told(screen, words(Language.NL).kept());
        }
        screen.page().navigate(at("/unsent"));
        entries(screen).nth(1).waitFor();
        fiyori.comeOnline();

        state(screen, words(Language.NL).received()).nth(1).waitFor();
        assertEquals(2, logged());
        assertEquals(List.of(TestClock.today().toString()), Rows.of("select distinct day::text from hour_entry"));
    }

    @Test
    void onAPageThatWasKeptDaysAgoEachDaySinceCanBeChosen() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = AtThePortal.signIn(fiyori, FIYORI).goTo(at("/offline"));
        screen.page().locator("[data-keep=mine]").click();
        screen.page().locator("[data-keep=none]").waitFor();
        fiyori.goOffline();
        LocalDate later = LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(4);
        // Not while a page of the portal is open: it would lead to where it says that the session has ended by then.
        screen.page().navigate("about:blank");
        screen.page().clock().setFixedTime(later + "T12:00:00");

        screen.page().navigate(at("/hours/new"));
        ready(screen);

        assertEquals(later.toString(), screen.page().getAttribute("#date", "max"));
        fiyori.comeOnline();
    }

    @Test
    void whatIsThrownAwayIsNotSent() {
        Visitor fiyori = browser.visitor(Language.NL, Browser.PHONE);
        Screen screen = form(AtThePortal.signIn(fiyori, FIYORI));
        keepWithoutNetwork(fiyori, screen);
        screen.press(words(Language.NL).remove());
        screen.press(words(Language.NL).remove_sure());
        told(screen, words(Language.NL).none());
        fiyori.comeOnline();

        screen.goTo(at("/unsent"));
        told(screen, words(Language.NL).none());
        assertEquals(0, logged());
    }

    @Test
    void withoutScriptTheSameFormIsSentAtOnce() {
        Screen screen = AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE).withoutScript(), FIYORI).goTo(at("/hours/new"));

        fill(screen, NOTE);
        screen.press(screen.page().locator("main form [name=do]").first());

        assertTrue(screen.page().url().contains("/hours?saved="), screen.page().url());
        assertEquals(1, logged());
    }

    private static Screen form(Screen screen) {
        if (!screen.page().url().endsWith("/hours")) {
            screen.goTo(at("/hours/new"));
        }
        ready(screen);
        return screen;
    }

    /** As the script says it: from then on a form is kept first. */
    private static void ready(Screen screen) {
        screen.page().locator("[data-part=how]:visible").waitFor();
    }

    private static void fill(Screen screen, String note) {
        screen.page().locator("#activity-VOLUNTEERING").check();
        screen.page().locator("#length-60").check();
        screen.page().locator("details").evaluate("(more) => { more.open = true; }");
        screen.page().locator("main [name=note]").fill(note);
    }

    private static void send(Screen screen, String note) {
        fill(screen, note);
        screen.page().locator("main form [name=do]").first().click();
    }

    private static void keepWithoutNetwork(Visitor phone, Screen screen) {
        phone.goOffline();
        send(screen, NOTE);
        waits(screen);
    }

    /** It is told at once; the list comes when sending it has been tried: until then a network would take it straight away. */
    private static void waits(Screen screen) {
        told(screen, words(screen.language()).kept());
        state(screen, words(screen.language()).kept()).waitFor();
    }

    private static void told(Screen screen, String words) {
        screen.page().locator("#unsent [role=status]").filter(new Locator.FilterOptions().setHasText(words)).waitFor();
    }

    private static Locator entries(Screen screen) {
        return screen.page().locator("#unsent .card");
    }

    private static Locator state(Screen screen, String words) {
        return screen.page().locator("#unsent .card > p").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** Opens the list of hours, which is read anew once something has arrived. */
    private static void received(Screen screen, int entries) {
        screen.page().navigate(at("/hours"));
        state(screen, words(screen.language()).received()).nth(entries - 1).waitFor();
        assertEquals(entries, screen.page().locator("#unsent .card").count());
        screen.check();
    }

    private static void isEmpty(Screen screen) {
        screen.page().waitForCondition(() -> screen.page().evaluate(STORE).toString().equals("[]"));
    }

    private static int logged() {
        return Rows.of("select id from hour_entry").size();
    }

    private static FilePayload photo() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", file);
        return new FilePayload("soep.png", "image/png", file.toByteArray());
    }

    private static UnsentMessages words(Language language) {
        return Texts.in(language, UnsentMessages.class);
    }
}
