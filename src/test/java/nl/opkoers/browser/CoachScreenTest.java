package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Opening;
import nl.opkoers.contact.Topic;
import nl.opkoers.contact.Turn;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.InventedHours;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marloes finds her people and goes on leave, on her phone and at her desk; Petra looks how long people wait. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class CoachScreenTest {

    @RegisterExtension
    final Browser browser = new Browser();

    DemoWorld world;

    @Inject
    Conversations conversations;

    @BeforeEach
    void thereIsSomethingToDo() {
        nothingIsLeft();
        InventedHours.fill();
        Rows.run("insert into colleague (municipality, employee, name, seen_at) values ('9901', 'M-1005', 'Femke Noordhof', now())");
        Stream.of("z-tigrinya", "z-arabic-elder", "b1-arabic-exam").forEach(this::asks);
    }

    @AfterEach
    void nothingIsLeft() {
        Stream.of("hour_act", "hour_told", "hour_entry", "absence", "coach_note", "colleague", "owed_answer", "conversation_reader",
                "turn_translation", "conversation_turn", "conversation", "outbox").forEach(Rows::clear);
    }

    private void asks(String person) {
        UUID id = UUID.randomUUID();
        conversations.begin(new ParticipantKey("9901", world.municipality().idOf(person)),
                new Opening(id, TestClock.now(), Topic.LETTER, true, false, "ti", true, null, null, null, null),
                new Turn.Said(UUID.randomUUID(), TestClock.now(), "ti", "Wat staat hier?", List.of(), TestClock.today().plusDays(1)), null);
    }

    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"NL,390", "NL,1280", "AR,320", "AR,1280", "TI,390"})
    void fromTheInboxToSomebodyAndOnLeave(Language language, int width) {
        Screen screen = AtThePortal.signIn(browser.visitor(language, width).expecting(400), "coach-a");
        screen.goTo(at("/coach")).mustBeAccessible().screenshot("inbox-" + width);
        screen.goTo(at("/coach/participants?order=promise")).mustBeAccessible().screenshot("people-" + width);
        screen.page().locator("input[name=name]").fill("Selam");
        screen.press(screen.page().locator("form[role=search] button")).mustBeAccessible();
        screen.press(screen.page().locator("ol.people h2 a").first()).mustBeAccessible().screenshot("person-" + width);
        screen.page().locator("textarea[name=note]").fill("Belt liever dan dat ze schrijft.");
        screen.press(screen.page().locator("form[action$=note] button")).mustBeAccessible();
        assertEquals(1, screen.page().locator("#note .said").count());

        screen.press(screen.page().locator("a[href$='/write']")).mustBeAccessible().screenshot("write-" + width);
        screen.page().locator("#sentence").selectOption("LESSON_OFF");
        screen.press(screen.page().locator("main form button:not(.quiet)").last()).mustBeAccessible();
        screen.press(screen.page().locator("main form button:not(.quiet)").last()).mustBeAccessible().screenshot("write-again-" + width);

        screen.goTo(at("/coach/leave"));
        screen.page().locator("main input[name=until]").fill("2031-05-02");
        screen.press(screen.page().locator("form[action$=leave] button")).mustBeAccessible().screenshot("leave-" + width);
        screen.switchTo(Language.TR);
        assertEquals("2031-05-02", screen.page().locator("main input[name=until]").inputValue());
        screen.switchTo(language);
        screen.goTo(at("/coach/hand-over")).mustBeAccessible().screenshot("hand-over-" + width);
    }

    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"NL,390", "NL,1280", "AR,320"})
    void howLongPeopleWait(Language language, int width) {
        Rows.run("insert into owed_answer select '9901', gen_random_uuid()::text, gen_random_uuid(),"
                + " date_trunc('month', now()) - interval '1 month' - number * interval '1 hour', (date_trunc('month', now()) -"
                + " interval '25 days')::date, date_trunc('month', now()) - interval '28 days' + number * interval '3 hours'"
                + " from generate_series(1, 60) number");
        Screen screen = AtThePortal.signIn(browser.visitor(language, width), "team-lead");
        screen.goTo(at("/team")).mustBeAccessible().screenshot("team-" + width);
    }
}
