package nl.opkoers.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.Conversation;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Numbered;
import nl.opkoers.contact.Standing;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo begins with questions that were asked and answered, which stand as the portal itself would have kept them. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class DemoConversationsTest {

    private final Conversations conversations;

    DemoWorld world;

    DemoConversationsTest(Conversations conversations) {
        this.conversations = conversations;
    }

    @AfterEach
    void nothingIsLeft() {
        Stream.of("conversation", "conversation_turn", "conversation_reader", "owed_answer", "outbox").forEach(Rows::clear);
    }

    @ParameterizedTest
    @CsvSource({"z-tigrinya, TI, 2", "switched-english, EN, 1", "g-turkish-new, TR, 1", "b1-arabic-exam, AR, 1", "o-arabic-load, AR, 1"})
    void everybodyReadsTheirOwn(String person, Language language, int number) {
        InventedConversations.fill();
        Portal portal = Portal.signedIn(person, language);

        List<String> found = portal.get("/messages").document().select("main .card a[href^=/messages]").eachAttr("href");

        assertEquals(number, found.size());
        for (String address : found) {
            Answer page = portal.get(address);
            assertEquals(200, page.status());
            PageInvariants.check(page.body(), language, page.path());
            assertFalse(page.text().contains("M-10"), page.text());
        }
    }

    @Test
    void theyStandAsTheirTurnsMakeThemStand() {
        InventedConversations.fill();
        InventedConversations.fill();
        ParticipantKey liam = new ParticipantKey("9901", world.municipality().idOf("switched-english"));

        for (String person : List.of("z-tigrinya", "switched-english", "g-turkish-new", "b1-arabic-exam", "o-arabic-load")) {
            ParticipantKey key = new ParticipantKey("9901", world.municipality().idOf(person));
            for (Conversation told : conversations.latest(key, 10)) {
                Standing stands = Standing.begin();
                for (Numbered each : conversations.turns(key, told.opening().id(), Integer.MAX_VALUE, 50)) {
                    stands = stands.after(each.turn());
                }
                assertEquals(List.of(stands.open(), stands.isWaiting(), stands.theirs(), stands.turns(), stands.lastAt()),
                        List.of(told.standing().open(), told.standing().isWaiting(), told.standing().theirs(),
                                told.standing().turns(), told.standing().lastAt()), person);
            }
        }
        Conversation overdue = conversations.latest(liam, 10).get(0);
        assertEquals("Femke Noordhof", overdue.contact().name());
        assertTrue(overdue.standing().answerBefore().isBefore(TestClock.today()));
    }

    @Test
    void staffFindTheirPagesAtWork() {
        InventedConversations.fillWithPopulation();

        Answer team = Portal.signedIn("team-lead", Language.NL).get("/team");
        List<String> figures = team.document().select("main dd.when").eachText();
        assertEquals(2 + 3 * 4, figures.size(), team.text());
        assertTrue(figures.stream().allMatch(figure -> figure.matches(".*[1-9][0-9].*")), figures.toString());
        // Of coach-a, two are of the cast.
        Map.of("coach-a", List.of(6, 2), "coach-b", List.of(3, 1)).forEach((coach, waitAndLate) -> {
            Answer inbox = Portal.signedIn(coach, Language.NL).get("/coach/conversations");
            assertEquals(waitAndLate, List.of(inbox.document().select("main a[href~=/coach/conversations/.+/.+]").size(),
                    inbox.document().select("main .notice").size()), coach);
        });
    }
}
