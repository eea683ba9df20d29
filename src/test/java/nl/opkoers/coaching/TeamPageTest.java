package nl.opkoers.coaching;

import static nl.opkoers.coaching.Waterstad.MARLOES;
import static nl.opkoers.coaching.Waterstad.SELAM;
import static nl.opkoers.coaching.Waterstad.asks;
import static nl.opkoers.coaching.Waterstad.open;
import static nl.opkoers.coaching.Waterstad.reads;
import static nl.opkoers.coaching.Waterstad.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.Closing;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Turn;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Petra Vroom leads the coaches of Waterstad, and sees how long people wait and nobody who does. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class TeamPageTest {

    DemoWorld world;

    @Inject
    Conversations conversations;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        Waterstad.nothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void howLongPeopleWaitIsToldOfManyOnly(Language language) {
        LocalDate month = YearMonth.from(TestClock.today()).minusMonths(1).atDay(1);
        owed(30, month.minusDays(4), month.plusDays(1), month.minusDays(1));
        owed(11, month.minusDays(4), month.plusDays(1), month.plusDays(9));
        owed(9, month.minusMonths(1), month.minusMonths(1).plusDays(2), month.minusMonths(1).plusDays(1));
        owed(13, TestClock.today().minusDays(2), TestClock.today().plusDays(3), null);

        Answer team = open(Portal.signedIn("team-lead", language), "/team", language);

        assertEquals(List.of(words(language).about("10"), words(language).few(), words(language).about("40"), words(language).about("30"),
                words(language).about("10"), words(language).about_percent("75")), told(team));
        reads(team, words(language).too_few(), words(language).band(Figures.Band.TWENTY), words(language).few());
    }

    /** The figures in the order of the page. */
    private static List<String> told(Answer team) {
        return team.document().select("dd.when").eachText().stream().map(Answer::plain).toList();
    }

    @Test
    void whatIsAnsweredIsCountedOnceByItsFirstPromise() {
        LocalDate today = TestClock.today();
        UUID asked = asks(conversations, key(), null, today.plusDays(1));
        conversations.take(key(), asked, new Turn.Answered(UUID.randomUUID(), TestClock.now(), MARLOES, "Marloes Hendriks", "nl",
                "Ik zoek het uit.", null, List.of(), false, today.plusDays(9)));
        assertEquals(List.of(today.plusDays(1) + " open"), kept());

        conversations.take(key(), asked, Waterstad.answer(MARLOES, "Marloes Hendriks"));
        conversations.take(key(), asked, Waterstad.answer(MARLOES, "Marloes Hendriks"));
        assertEquals(List.of(today.plusDays(1) + " answered"), kept());

        UUID other = asks(conversations, key(), null, null);
        conversations.take(key(), other, new Turn.Closed(UUID.randomUUID(), TestClock.now(), MARLOES, "Marloes Hendriks",
                Closing.TALKED, null));
        assertEquals(2, kept().stream().filter(line -> line.endsWith("answered")).count());
    }

    @Test
    void whatHappensTodayChangesNothingUntilTomorrow() {
        owed(12, TestClock.today().minusDays(2), TestClock.today().plusDays(3), null);
        Portal petra = Portal.signedIn("team-lead", Language.NL);
        String before = petra.get("/team").text();

        Rows.run("update owed_answer set answered_at = '" + TestClock.now() + "' where conversation in"
                + " (select conversation from owed_answer limit 8)");
        asks(conversations, key(), null, TestClock.today());

        assertEquals(before, petra.get("/team").text());
    }

    @Test
    void nobodyElseSeesItAndPetraSeesNobody() {
        UUID asked = asks(conversations, key(), null, TestClock.today());
        for (Portal other : List.of(Portal.signedIn("coach-a", Language.NL), Portal.signedIn(SELAM, Language.NL),
                staff("M-1003", Role.STAFF))) {
            assertEquals(403, other.get("/team").status());
        }
        Portal petra = Portal.signedIn("team-lead", Language.NL);
        assertEquals("/team", petra.open("/").path());
        for (String closed : List.of("/coach/hand-over/" + key().participant() + "/" + asked, "/coach/participants",
                "/coach/participants/" + key().participant(), "/coach/leave", "/coach/hand-over", "/coach/hours")) {
            assertEquals(403, petra.get(closed).status(), closed);
        }
        String page = petra.get("/team").body();
        assertFalse(page.contains("Selam") || page.contains("Marloes") || page.contains(key().participant()));
        assertTrue(Portal.visitor(Language.NL).get("/team").location().contains("/sign-in"));
    }

    private static void owed(int number, LocalDate asked, LocalDate promised, LocalDate answered) {
        for (int each = 0; each < number; each++) {
            Rows.run("insert into owed_answer values ('9901', '" + UUID.randomUUID() + "', '" + UUID.randomUUID() + "', '" + asked
                    + "T09:00:00Z', '" + promised + "', " + (answered == null ? "null" : "'" + answered + "T09:00:00Z'") + ")");
        }
    }

    private static List<String> kept() {
        return Rows.of("select coalesce(promised::text, 'none') || case when answered_at is null then ' open' else ' answered' end"
                + " from owed_answer order by since, conversation");
    }

    private ParticipantKey key() {
        return new ParticipantKey("9901", world.municipality().idOf(SELAM));
    }

    private static TeamMessages words(Language language) {
        return Texts.in(language, TeamMessages.class);
    }
}
