package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.Statements;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.identity.Role;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.hibernate.SessionFactory;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Marloes Hendriks (coach-a) guides Selam Tesfay and Nabil Khoury; Karel Zijlstra guides Kofi Asante and is away, and Joost
 * van Wijk (coach-b) stands in for him. Each finds what waits for them, in the order in which it was promised.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class InboxPageTest {

    private static final String ALL = "/coach/conversations";

    DemoWorld world;

    @Inject
    Conversations conversations;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    SessionFactory sessions;

    private Asking asking;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        asking = new Asking(world, conversations);
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Asking.nothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theOverdueComesFirstAndWhatNobodyPromisedComesWhereTwoWeeksWouldPutIt(Language language) {
        UUID soon = asking.asks(Asking.NABIL, Topic.COSTS, Language.AR, asking.today().plusDays(3));
        UUID late = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today().minusDays(1));
        UUID longAgo = asking.asks(Asking.SELAM, Topic.WORK, Language.NL, null);
        Rows.run("update conversation set waiting_since = now() - interval '40 days' where id = '" + longAgo + "'");
        UUID today = asking.asks(Asking.NABIL, Topic.HOUSING, Language.AR, null);
        asking.asks(Asking.KOFI, Topic.LOAN, Language.EN, asking.today());

        Answer list = Asking.open(Portal.signedIn("coach-a", language), ALL, language);

        assertEquals(List.of(longAgo, late, soon, today), ids(list));
        assertEquals(1, list.document().select("main .notice").size(), "the one that is late");
        Asking.reads(list, words(language).count(4), words(language).late_count(1), words(language).no_promise(),
                words(language).topic(Topic.LETTER), words(language).interpreter(), "Selam Tesfay", "Nabil Khoury");
        assertFalse(list.text().contains("Kofi Asante"));
    }

    @Test
    void ofOneDayWhatCannotWaitLongComesFirst() {
        LocalDate day = asking.today().plusDays(3);
        UUID first = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, day);
        UUID urgent = asking.asks(Asking.NABIL, new Opening(UUID.randomUUID(), TestClock.now(), Topic.HOUSING, true, false, "ar", false,
                null, null, null, null), day);
        UUID before = asking.asks(Asking.NABIL, Topic.COSTS, Language.AR, day.minusDays(1));

        assertEquals(List.of(before, urgent, first), ids(open("coach-a", Language.NL)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasAskedYesterdayIsNotFromTodayWhenOfficesAreClosed(Language language) {
        LocalDate saturday = asking.today().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        TestClock.advance(Duration.between(TestClock.now(), saturday.atTime(12, 0).atZone(Dates.AMSTERDAM)));
        asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, saturday.plusDays(9));
        Asking.reads(Portal.signedIn("coach-a", language).get(ALL), words(language).waits(0));

        TestClock.advance(Duration.ofDays(1));

        Answer sunday = Asking.open(Portal.signedIn("coach-a", language), ALL, language);
        Asking.reads(sunday, words(language).asked_on(Dates.of(language).date(saturday)));
        assertFalse(sunday.text().contains(Answer.plain(words(language).waits(0))), sunday.text());
    }

    @Test
    void whoStandsInSeesForWhomAndOnlyInThatTime() {
        UUID kofis = asking.asks(Asking.KOFI, Topic.LOAN, Language.EN, asking.today().plusDays(1));
        Answer list = Asking.open(Portal.signedIn("coach-b", Language.NL), ALL, Language.NL);
        assertEquals(List.of(kofis), ids(list));
        Asking.reads(list, "U vervangt Karel Zijlstra");

        TestClock.advance(Duration.ofDays(23));

        assertEquals(List.of(), ids(Portal.signedIn("coach-b", Language.NL).get(ALL)));
        assertEquals(List.of(kofis), ids(Asking.staff("M-1004", Role.COACH).get(ALL)));
    }

    @Test
    void whatWasSentOnIsThereForTheColleagueByNameAndNotForWhoSentIt() {
        UUID id = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today().plusDays(1));
        conversations.answer(asking.key(Asking.SELAM), id, Said.toJoost(), 1);

        Answer list = Asking.open(Portal.signedIn("coach-b", Language.NL), ALL, Language.NL);

        assertEquals(List.of(id), ids(list));
        Asking.reads(list, "Selam Tesfay", words(Language.NL).sent_on());
        assertEquals(List.of(), ids(Portal.signedIn("coach-a", Language.NL).get(ALL)));
    }

    @Test
    void whatWasAskedBackAndWhatIsOnlyOpenStandApart() {
        UUID asked = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today().plusDays(1));
        conversations.answer(asking.key(Asking.SELAM), asked, asking.answer(true, null), 1);
        UUID answered = asking.asks(Asking.NABIL, Topic.WORK, Language.AR, asking.today().plusDays(1));
        conversations.answer(asking.key(Asking.NABIL), answered, asking.answer(false, null), 1);
        UUID done = asking.asks(Asking.NABIL, Topic.COSTS, Language.AR, asking.today().plusDays(1));
        conversations.answer(asking.key(Asking.NABIL), done, Said.closed(), 1);
        Portal marloes = Portal.signedIn("coach-a", Language.NL);

        assertEquals(List.of(), ids(Asking.open(marloes, ALL, Language.NL)));
        Answer theirs = Asking.open(marloes, ALL + "?show=asked", Language.NL);
        assertEquals(List.of(asked), ids(theirs));
        Asking.reads(theirs, words(Language.NL).asked());
        assertEquals(List.of(answered), ids(Asking.open(marloes, ALL + "?show=open", Language.NL)));
        Asking.reads(marloes.get(ALL), words(Language.NL).count(0));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasPromisedToBeLookedAtComesToWhoeverAnswersNow(Language language) {
        UUID id = asking.asks(Asking.KOFI, Topic.LOAN, Language.EN, asking.today().plusDays(1));
        LocalDate on = asking.today().plusDays(3);
        conversations.answer(asking.key(Asking.KOFI), id, asking.answer(false, null), 1);
        conversations.answer(asking.key(Asking.KOFI), id, sentTo(null, "Juridisch Loket", on), 2);
        assertFalse(open("coach-b", language).text().contains("Kofi Asante"), "the day has not come");

        TestClock.advance(Duration.ofDays(3));

        Answer list = open("coach-b", language);
        assertEquals(List.of(id), ids(list));
        Asking.reads(list, "Kofi Asante", words(language).to_look_at(), words(language).promised_look(Dates.of(language).date(on)),
                "Karel Zijlstra");
        assertFalse(open("coach-a", language).text().contains("Kofi Asante"));
        conversations.answer(asking.key(Asking.KOFI), id, asking.answer(false, null), 3);
        assertEquals(List.of(), ids(open("coach-b", language)), "and it was said how that went");
    }

    @Test
    void whatWasSaidBeforeThePromisedDayDoesNotKeepThePromise() {
        UUID id = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today().plusDays(1));
        conversations.answer(asking.key(Asking.SELAM), id, sentTo(null, "Juridisch Loket", asking.today().plusDays(3)), 1);
        conversations.answer(asking.key(Asking.SELAM), id, asking.answer(false, null), 2);

        TestClock.advance(Duration.ofDays(4));
        assertEquals(List.of(id), ids(open("coach-a", Language.NL)));
        conversations.answer(asking.key(Asking.SELAM), id, sentTo(null, "DUO", asking.today().plusDays(3)), 3);
        assertEquals(List.of(), ids(open("coach-a", Language.NL)), "it is looked at later");

        TestClock.advance(Duration.ofDays(3));
        assertEquals(List.of(id), ids(open("coach-a", Language.NL)));
        conversations.answer(asking.key(Asking.SELAM), id, Said.closed(), 4);
        assertEquals(List.of(), ids(open("coach-a", Language.NL)));
    }

    @Test
    void whatIsPromisedOfWhatAColleagueHasIsForThemAndForTheContactAsFarAsTheyMayReadIt() {
        LocalDate on = asking.today().plusDays(3);
        UUID letter = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today().plusDays(9));
        UUID feeling = asking.asks(Asking.SELAM, Said.about(Topic.FEELING, UUID.randomUUID()), asking.today().plusDays(9));
        for (UUID each : List.of(letter, feeling)) {
            conversations.answer(asking.key(Asking.SELAM), each, asking.answer(false, null), 1);
            conversations.answer(asking.key(Asking.SELAM), each, sentTo("M-1002", "Joost van Wijk", on), 2);
        }

        TestClock.advance(Duration.ofDays(3));

        assertEquals(Set.of(letter, feeling), Set.copyOf(ids(open("coach-b", Language.NL))));
        Answer told = open("coach-a", Language.NL);
        assertEquals(List.of(letter), ids(told));
        assertEquals(1, elsewhere(told).size(), told.text());
        assertTrue(elsewhere(told).text().contains(Answer.plain(words(Language.NL).promised_look(Dates.of(Language.NL).date(on)))), told.text());
        assertEquals(0, elsewhere(told).select(".notice").size(), "no answer is late");
        assertEquals(0, elsewhere(open("coach-b", Language.NL)).size(), "who has it has it in full");

        conversations.answer(asking.key(Asking.SELAM), feeling, new Turn.Answered(UUID.randomUUID(), TestClock.now(), "M-1002",
                "Joost van Wijk", "nl", "Hoe gaat het nu?", null, List.of(), false, null), 3);
        assertEquals(0, elsewhere(open("coach-a", Language.NL)).size(), "it was looked at");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void ofWhatOnlyAColleagueMayReadTheContactLearnsThatItIsLateAndNothingElse(Language language) {
        LocalDate before = asking.today().plusDays(2);
        UUID feeling = asking.asks(Asking.SELAM, Said.about(Topic.FEELING, UUID.randomUUID()), before);
        conversations.answer(asking.key(Asking.SELAM), feeling, sentTo("M-1002", "Joost van Wijk", null), 1);
        assertEquals(0, elsewhere(open("coach-a", language)).size(), "its day has not come");

        TestClock.advance(Duration.ofDays(2));

        Answer told = open("coach-a", language);
        assertEquals(1, elsewhere(told).size(), told.text());
        Asking.reads(told, words(language).elsewhere(), words(language).elsewhere_help(), "Selam Tesfay",
                words(language).overdue(Dates.of(language).date(before)), words(language).sent_to("Joost van Wijk"),
                words(language).count(0));
        assertEquals(List.of(), ids(told), "and it is not there to be opened");
        assertFalse(elsewhere(told).text().contains(Answer.plain(words(language).topic(Topic.FEELING))), told.text());
        assertFalse(told.body().contains(feeling.toString()), told.body());
        assertEquals(404, Portal.signedIn("coach-a", language).get(ALL + "/" + asking.id(Asking.SELAM) + "/" + feeling).status());
        assertEquals(1, elsewhere(Portal.signedIn("coach-a", language).get("/coach")).size(), "and where a coach arrives");
        assertEquals(List.of(feeling), ids(open("coach-b", language)));
        Answer other = Asking.staff("M-1004", Role.COACH).get(ALL);
        assertFalse(other.text().contains("Selam Tesfay"), other.text());
    }

    /** Joost answers instead of Karel, as the municipality says; Femke has something of Kofi's. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoTheMunicipalitySaysStandsInLearnsThatItIsLateToo(boolean confidential) {
        UUID id = asking.asks(Asking.KOFI, new Opening(UUID.randomUUID(), TestClock.now(), Topic.LOAN, false, confidential, "en", false, null,
                null, null, null), asking.today().plusDays(2));
        conversations.answer(asking.key(Asking.KOFI), id, sentTo("M-1005", "Femke Noordhof", null), 1);
        assertEquals(0, elsewhere(open("coach-b", Language.NL)).size(), "its day has not come");

        TestClock.advance(Duration.ofDays(2));
        Rows.clear("processing_record");

        Answer told = open("coach-b", Language.NL);
        assertEquals(1, elsewhere(told).size(), told.text());
        Asking.reads(told, "Kofi Asante", words(Language.NL).sent_to("Femke Noordhof"), words(Language.NL).count(0));
        assertFalse(told.body().contains(id.toString()), "it is not there to be opened");
        assertEquals(List.of("INSTEAD Karel Zijlstra"), Rows.of("select concat_ws(' ', purpose, instead_of) from processing_record"
                + " where actor = 'M-1002' and kind in ('LOOK', 'LIST') and participant = '" + asking.id(Asking.KOFI) + "'"),
                "and who asks who looked is told for whom");
        assertEquals(0, elsewhere(open("coach-a", Language.NL)).size(), "another colleague");
        TestClock.advance(Duration.ofDays(23));
        assertEquals(0, elsewhere(open("coach-b", Language.NL)).size(), "Karel is back");
    }

    @Test
    void whatNobodyPromisedComesBackFromAColleagueAfterTwoWeeks() {
        UUID letter = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, null);
        UUID feeling = asking.asks(Asking.SELAM, Said.about(Topic.FEELING, UUID.randomUUID()), null);
        for (UUID each : List.of(letter, feeling)) {
            conversations.answer(asking.key(Asking.SELAM), each, sentTo("M-1002", "Joost van Wijk", null), 1);
        }

        TestClock.advance(Duration.ofDays(13));
        Answer early = open("coach-a", Language.NL);
        assertFalse(early.text().contains("Selam Tesfay"), early.text());

        TestClock.advance(Duration.ofDays(1));
        Answer late = open("coach-a", Language.NL);
        assertEquals(List.of(letter), ids(late));
        assertTrue(elsewhere(late).text().contains(Answer.plain(words(Language.NL).no_promise())), late.text());
    }

    private Answer open(String coach, Language language) {
        return Asking.open(Portal.signedIn(coach, language), ALL, language);
    }

    private static Turn.Referred sentTo(String to, String name, LocalDate on) {
        return new Turn.Referred(UUID.randomUUID(), TestClock.now(), "M-1001", "Marloes Hendriks", to, name, null, on);
    }

    @Test
    void aTopicALanguageOrOnlyWhatIsLateCanBeChosen() {
        UUID letter = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today().minusDays(1));
        UUID work = asking.asks(Asking.NABIL, Topic.WORK, Language.AR, asking.today().plusDays(1));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);

        assertEquals(List.of(letter, work), ids(marloes.get(ALL)));
        assertEquals(List.of(letter), ids(Asking.open(marloes, ALL + "?topic=letter", Language.NL)));
        assertEquals(List.of(work), ids(Asking.open(marloes, ALL + "?language=ar", Language.NL)));
        assertEquals(List.of(letter), ids(Asking.open(marloes, ALL + "?late=yes&topic=&language=", Language.NL)));
        Asking.reads(marloes.get(ALL + "?topic=loan"), words(Language.NL).none_found());
        assertEquals(List.of(letter, work), ids(marloes.get(ALL + "?topic=nothing&language=xx&page=x")));
    }

    @Test
    void manyTakePagesAndNoMoreQueriesThanOne() {
        asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today());
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        marloes.get(ALL);
        long forOne = Statements.of(sessions, () -> marloes.get(ALL));
        copies(44);

        assertEquals(forOne, Statements.of(sessions, () -> marloes.get(ALL)));
        Answer first = Asking.open(marloes, ALL, Language.NL);
        assertEquals(20, ids(first).size());
        Answer last = Asking.open(marloes, ALL + "?page=3", Language.NL);
        assertEquals(5, ids(last).size());
        Asking.reads(last, "3", words(Language.NL).previous());
        assertEquals(ids(last), ids(marloes.get(ALL + "?page=99")));
    }

    /** Of the coach of hundreds of people: what waits follows as the first is answered, and what is only open never would. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void ofMoreThanIsLookedThroughItIsSaidWhereTheRestIs(Language language) {
        UUID answered = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today());
        conversations.answer(asking.key(Asking.SELAM), answered, asking.answer(false, null), 1);
        copies(Conversations.MOST_WAITING);
        Portal marloes = Portal.signedIn("coach-a", language);

        Answer open = Asking.open(marloes, ALL + "?show=open&page=25", language);
        assertEquals(20, ids(open).size());
        assertEquals(0, open.document().select("nav a[href$=page=26]").size());
        Asking.reads(open, words(language).latest(Conversations.MOST_WAITING));
        assertEquals(1, open.document().select("section[aria-labelledby=inbox] a[href=/coach/participants]").size());
        assertFalse(marloes.get(ALL).text().contains(Answer.plain(words(language).most(Conversations.MOST_WAITING))), "nothing waits");
        assertFalse(marloes.get(ALL + "?show=asked").text().contains(Answer.plain(words(language).latest(Conversations.MOST_WAITING))));

        Rows.run("update conversation set waiting_since = now()");
        Answer waiting = Asking.open(marloes, ALL, language);
        Asking.reads(waiting, words(language).most(Conversations.MOST_WAITING));
        assertEquals(0, waiting.document().select("section[aria-labelledby=inbox] a[href=/coach/participants]").size());
        assertFalse(marloes.get(ALL + "?show=open").text().contains(Answer.plain(words(language).most(Conversations.MOST_WAITING))));
    }

    /** As many more of each conversation that there is. */
    private static void copies(int number) {
        Rows.run("insert into conversation select municipality, participant, gen_random_uuid(), opening, open, waiting_since, answer_before,"
                + " theirs, assigned_to, assigned_name, contact, contact_name, turns, opened_at, last_at, closed_at from conversation,"
                + " generate_series(1, " + number + ")");
        Rows.run("update conversation set opening = jsonb_set(opening, '{id}', to_jsonb(id::text))");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anOutageIsSaidAndIsNotNothingToDo(Language language) {
        asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today());
        Rows.clear("caseload_snapshot");
        world.municipality().faults().set(Resource.STAFF, Fault.error());

        Answer told = Asking.open(Portal.signedIn("coach-a", language), ALL, language);

        Asking.reads(told, words(language).unknown());
        assertFalse(told.text().contains(Answer.plain(words(language).count(0))), told.text());
    }

    @Test
    void whatWasKnownABitAgoIsShownWithItsDate() {
        UUID id = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today());
        Portal.signedIn("coach-a", Language.NL).get(ALL);
        TestClock.advance(Duration.ofMinutes(2));
        world.municipality().faults().set(Resource.STAFF, Fault.error());

        Answer stale = Asking.open(Portal.signedIn("coach-a", Language.NL), ALL, Language.NL);

        assertEquals(List.of(id), ids(stale));
        assertTrue(stale.document().select("main > .notice").text().contains("bereiken"), stale.text());
    }

    @Test
    void nobodyButACoachHasOne() {
        for (Portal other : List.of(Portal.signedIn("team-lead", Language.NL), Portal.signedIn(Asking.SELAM, Language.NL),
                Asking.staff("M-1001", Role.STAFF), Asking.staff("M-1001", Role.TEAM_LEAD))) {
            assertEquals(403, other.get(ALL).status());
        }
    }

    private static List<UUID> ids(Answer list) {
        assertEquals(200, list.status());
        return list.document().select("main h3 a[href^=" + ALL + "]").eachAttr("href").stream()
                .map(address -> UUID.fromString(address.replaceFirst(".*/", ""))).toList();
    }

    /** What the contact is told of what they may not read. */
    private static Elements elsewhere(Answer list) {
        return list.document().select("section[aria-labelledby=elsewhere] .card");
    }

    private static InboxMessages words(Language language) {
        return Texts.in(language, InboxMessages.class);
    }
}
