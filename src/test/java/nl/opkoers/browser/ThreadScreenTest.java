package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.contact.ConversationMessages;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Opening;
import nl.opkoers.contact.Topic;
import nl.opkoers.contact.Turn;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.InventedConversations;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Selam has a conversation open on the bus: what is said comes by itself, and what she says arrives once. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class ThreadScreenTest {

    private static final String SELAM = "z-tigrinya";
    private static final String WORDS = "ሰላም";

    @RegisterExtension
    final Browser browser = new Browser();

    @Inject
    Conversations conversations;

    DemoWorld world;

    private ParticipantKey key;
    private UUID id;

    @BeforeEach
    void sheAsked() {
        nothingIsLeft();
        key = new ParticipantKey("9901", world.municipality().idOf(SELAM));
        id = UUID.randomUUID();
        conversations.begin(key, new Opening(id, Instant.now(), Topic.LETTER, false, false, "ti", true, null, null, null, null),
                new Turn.Said(UUID.randomUUID(), Instant.now(), "ti", "እንታይ ማለት እዩ?", List.of(), null), null);
    }

    @AfterEach
    void nothingIsLeft() {
        Stream.of("conversation", "conversation_turn", "conversation_reader", "owed_answer", "outbox", "draft").forEach(Rows::clear);
    }

    @ParameterizedTest(name = "in {0}")
    @EnumSource(names = {"TI", "AR", "NL"})
    void anAnswerComesByItselfAndIsSeen(Language language) {
        Screen screen = AtThePortal.signIn(browser.visitor(language, Browser.PHONE), SELAM).goTo(at("/messages/" + id));

        answer("Dat is reclame. U hoeft niets te doen.");

        turns(screen, "theirs").first().waitFor();
        assertEquals(words(language).fresh(), screen.page().locator("#told").textContent());
        screen.check().mustBeAccessible().screenshot("thread");
        screen.page().waitForCondition(() -> Rows.of("select position from conversation_reader").equals(List.of("2")));
    }

    @Test
    void aPageThatNobodyLooksAtHoldsNoConnectionAndIsUpToDateWhenSomebodyDoes() {
        Visitor selam = browser.visitor(Language.TI, Browser.PHONE);
        Screen screen = AtThePortal.signIn(selam, SELAM);
        List<String> asked = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        selam.context().onRequest(request -> asked.add(request.url()));
        selam.context().onRequestFailed(request -> ended.add(request.url()));
        Page page = screen.goTo(at("/messages/" + id)).page();
        String stream = at("/messages/" + id + "/live");
        page.waitForCondition(() -> asked.contains(stream));

        look(page, false);
        page.waitForCondition(() -> ended.contains(stream));
        answer("Dat is reclame. U hoeft niets te doen.");

        look(page, true);
        page.locator(".turns > .theirs").first().waitFor();
        page.waitForCondition(() -> Rows.of("select position from conversation_reader").equals(List.of("2")));
    }

    @Test
    void aPageToWhichThePortalWasAwayForAMomentListensAgain() {
        Visitor selam = browser.visitor(Language.TI, Browser.PHONE).expecting(502);
        Page page = AtThePortal.signIn(selam, SELAM).page();
        page.clock().install();
        selam.context().route("**/messages/*/live", route -> route.fulfill(new Route.FulfillOptions().setStatus(502)));
        page.waitForResponse("**/messages/*/live", () -> page.navigate(at("/messages/" + id)));
        selam.context().unroute("**/messages/*/live");
        answer("Dat is reclame. U hoeft niets te doen.");

        Locator heard = page.locator(".turns > .theirs").first();
        // The page begins to wait when it is told of the answer, which may be a moment later.
        for (int tries = 0; tries < 10 && !heard.isVisible(); tries++) {
            page.clock().fastForward(31_000);
            page.waitForTimeout(500);
        }
        heard.waitFor();
    }

    /** As a browser tells a page that another one lies over it. */
    private static void look(Page page, boolean there) {
        page.evaluate("there => { Object.defineProperty(document, 'hidden', { configurable: true, value: !there });"
                + " document.dispatchEvent(new Event('visibilitychange')); }", there);
    }

    @ParameterizedTest(name = "in {0}")
    @EnumSource(names = {"TI", "AR"})
    void askingAndTheListAreThereToBeLookedAt(Language language) {
        nothingIsLeft();
        InventedConversations.fill();
        Screen screen = AtThePortal.signIn(browser.visitor(language, Browser.PHONE), SELAM);
        screen.screenshot("home-asked");
        screen.goTo(at("/help")).mustBeAccessible().screenshot("help");
        screen.goTo(at("/help/ask?topic=letter")).mustBeAccessible().screenshot("ask");
        screen.goTo(at("/messages")).mustBeAccessible().screenshot("messages");
        screen.press(screen.page().locator("main .card a").last()).mustBeAccessible().screenshot("thread-letter");
    }

    @Test
    void whatIsSaidStandsThereAtOnceAndTheBoxIsFreeForMore() {
        Screen screen = open();
        for (int number = 1; number <= 2; number++) {
            say(screen, WORDS + number);
            turns(screen, "mine").nth(number).waitFor();
            screen.page().waitForCondition(() -> screen.page().locator("#text").inputValue().isEmpty());
        }

        assertEquals(List.of("ሰላም1", "ሰላም2"), said());
        assertEquals(words(Language.TI).was_sent(), screen.page().locator("#told").textContent());
        conversations.seen(key, id, "M-1001", "Marloes Hendriks", 3);
        screen.page().locator("#seen", new Page.LocatorOptions().setHasText("Marloes Hendriks")).waitFor();
    }

    @Test
    void whenTheNetDropsWhileItIsSentItCountsOnceAndIsNotLost() {
        Visitor selam = browser.visitor(Language.TI, Browser.PHONE).expecting("ERR_FAILED").expecting("ERR_INTERNET_DISCONNECTED");
        Screen screen = AtThePortal.signIn(selam, SELAM).goTo(at("/messages/" + id));
        AtomicInteger tries = new AtomicInteger();
        selam.context().route("**/messages/" + id, route -> {
            if (route.request().method().equals("POST") && tries.incrementAndGet() == 1) {
                // It arrives, and the answer to it does not.
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });

        say(screen, WORDS);
        screen.page().locator("#told", new Page.LocatorOptions().setHasText(words(Language.TI).was_sent())).waitFor();

        assertEquals(2, tries.get(), "it was tried again");
        assertEquals(2, turns(screen, "mine").count());
        assertEquals(List.of(WORDS), said());
        assertEquals("", screen.page().locator("#text").inputValue());
    }

    @Test
    void withoutNetTheTextStaysAndGoesAsSoonAsThereIsOne() {
        Visitor selam = browser.visitor(Language.TI, Browser.PHONE);
        Screen screen = AtThePortal.signIn(selam, SELAM).goTo(at("/messages/" + id));
        selam.goOffline();
        say(screen, WORDS);
        screen.page().locator("#told", new Page.LocatorOptions().setHasText(words(Language.TI).waits_for_net())).waitFor();
        assertEquals(WORDS, screen.page().locator("#text").inputValue());
        assertEquals(List.of(), said());

        selam.comeOnline();

        turns(screen, "mine").nth(1).waitFor();
        assertEquals(List.of(WORDS), said());
    }

    @Test
    void withoutScriptItIsAFormLikeAnyOther() {
        Screen screen = AtThePortal.signIn(browser.visitor(Language.TI, Browser.PHONE).withoutScript(), SELAM).goTo(at("/messages/" + id));
        answer("Dat is reclame.");

        say(screen, WORDS);
        screen.page().waitForLoadState();

        assertEquals(2, turns(screen, "mine").count());
        assertEquals(1, turns(screen, "theirs").count());
        assertEquals(List.of(WORDS), said());
        screen.check().mustBeAccessible();
    }

    private Screen open() {
        return AtThePortal.signIn(browser.visitor(Language.TI, Browser.PHONE), SELAM).goTo(at("/messages/" + id));
    }

    private static void say(Screen screen, String text) {
        screen.page().locator("#text").fill(text);
        screen.page().locator("#reply button[value=send]").click();
    }

    private static Locator turns(Screen screen, String whose) {
        return screen.page().locator(".turns > ." + whose);
    }

    private void answer(String text) {
        conversations.answer(key, id, new Turn.Answered(UUID.randomUUID(), Instant.now(), "M-1001", "Marloes Hendriks", "nl", text, null,
                List.of(), false, null), 1);
    }

    /** What she said after her question. */
    private static List<String> said() {
        return Rows.of("select turn ->> 'text' from conversation_turn where turn ->> 'turn' = 'said' and position > 1 order by position");
    }

    private static ConversationMessages words(Language language) {
        return Texts.in(language, ConversationMessages.class);
    }
}
