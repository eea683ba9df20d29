package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.ActForm;
import nl.opkoers.contact.AnsweringMessages;
import nl.opkoers.contact.Conversation;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Opening;
import nl.opkoers.contact.Topic;
import nl.opkoers.contact.Turn;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marloes answers on her phone and at her desk, with a screen reader and a thumb in mind. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class AnsweringScreenTest {

    private static final Conversation.Contact MARLOES = new Conversation.Contact("M-1001", "Marloes Hendriks");

    @RegisterExtension
    final Browser browser = new Browser();

    DemoWorld world;

    @Inject
    Conversations conversations;

    private ParticipantKey selam;
    private UUID id;
    private String selams;

    @BeforeEach
    void selamWaits() {
        nothingIsLeft();
        selam = new ParticipantKey("9901", world.municipality().idOf("z-tigrinya"));
        id = UUID.randomUUID();
        Instant now = TestClock.now();
        conversations.begin(selam, new Opening(id, now, Topic.LETTER, true, false, "ti", true, null, Opening.Gender.WOMAN,
                Opening.CallBack.MORNING, null), said("ሰላም። እዚ ደብዳቤ እንታይ ይብል?"), MARLOES);
        conversations.answer(selam, id, new Turn.Answered(UUID.randomUUID(), now, MARLOES.id(), MARLOES.name(), "nl",
                "Ik kijk ernaar. Kunt u een foto sturen?", null, List.of(), true, null), 1);
        conversations.take(selam, id, said("እወ"));
        selams = at("/coach/conversations/" + selam.participant() + "/" + id);
    }

    @AfterEach
    void nothingIsLeft() {
        Stream.of("conversation", "conversation_turn", "conversation_reader", "conversation_reminder", "colleague", "outbox")
                .forEach(Rows::clear);
    }

    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"NL,390", "NL,1280", "AR,320", "TI,390"})
    void fromTheInboxToAnAnswer(Language language, int width) {
        Screen screen = AtThePortal.signIn(browser.visitor(language, width).expecting(400), "coach-a");
        screen.goTo(at("/coach/conversations")).mustBeAccessible().screenshot("inbox-" + width);
        screen.goTo(selams);
        screen.page().locator("details").evaluateAll("all => all.forEach(each => { each.open = true; })");
        screen.mustBeAccessible().screenshot("answering-" + width);
        screen.page().locator("#sentence").selectOption("LETTER_PHOTO");
        screen.press(screen.page().locator("#sentence ~ p button").first()).mustBeAccessible();
        screen.page().locator("#phrase-organisation").fill("DUO");
        screen.press(screen.page().locator("button[name=preview]")).mustBeAccessible().screenshot("preview-" + width);

        screen.press(screen.page().locator("#reply .weeks button:not([name])")).mustBeAccessible();
        assertEquals(4, screen.page().locator("#turns > li").count());
        screen.press(screen.page().locator("#reply .weeks button:not([name])")).mustBeAccessible();
        assertEquals(1, screen.page().locator("[role=alert]").count(), "there is nothing to send");
    }

    @Test
    void whatThePersonSaysIsThereAtOnceAndWhatIsBeingTypedStays() {
        Screen screen = AtThePortal.signIn(browser.visitor(Language.NL, Browser.PHONE), "coach-a").goTo(selams);
        screen.page().locator("#text").fill("Ik ben nog aan het schrijven");

        conversations.take(selam, id, said("ሓደ ነገር ረሲዐ"));

        screen.page().locator("#turn-4").waitFor();
        assertEquals("Ik ben nog aan het schrijven", screen.page().locator("#text").inputValue());
        screen.check();

        screen.page().locator("#text").blur();
        screen.page().locator("#text").focus();
        screen.press(screen.page().locator("#reply .weeks button:not([name])"));
        assertEquals(5, screen.page().locator("#turns > li").count(), "what was read before one wrote on is not to be read first");
    }

    @Test
    void whatIsPastedIsNotCutOffWithoutAWord() {
        Screen screen = AtThePortal.signIn(browser.visitor(Language.NL, Browser.TABLET).expecting(400), "coach-a").goTo(selams);
        String letter = "Dit is een lange brief. ".repeat(170) + "En dit is het belangrijkste.";
        screen.page().locator("#text").focus();

        screen.page().keyboard().insertText(letter);
        screen.press(screen.page().locator("#reply .weeks button:not([name])"));

        assertTrue(screen.page().locator("[role=alert]").innerText().contains(Texts.in(Language.NL, AnsweringMessages.class)
                .mistake(ActForm.Mistake.LONG)));
        assertEquals(letter, screen.page().locator("#text").inputValue());
        assertEquals(3, screen.page().locator("#turns > li").count(), "not sent by halves");
    }

    private static Turn.Said said(String text) {
        return new Turn.Said(UUID.randomUUID(), TestClock.now(), "ti", text, List.of(), TestClock.today().plusDays(3));
    }
}
