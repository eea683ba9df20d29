package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.Statements;
import nl.opkoers.TestClock;
import nl.opkoers.coaching.CoachingMessages;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.TestSessions;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Durations;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Refusal;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Marloes Hendriks (coach-a) guides Selam Tesfay and Nabil Khoury; Karel Zijlstra guides Kofi Asante and is away, and Joost
 * van Wijk (coach-b) stands in for him. They judge hours, and nobody else does.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class JudgePageTest {

    private static final String SELAM = "z-tigrinya";
    private static final String NABIL = "z-arabic-elder";
    private static final String KOFI = "g-english-debt";
    private static final String KAREL = "M-1004";
    private static final String QUEUE = "/coach/hours";

    DemoWorld world;

    @Inject
    HourBook book;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Stream.of("hour_act", "hour_told", "hour_entry", "outbox", "caseload_snapshot", "dossier_snapshot", "kept_form")
                .forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWaitsIsThereOnArrivalWhoWaitsLongestFirst(Language language) {
        sends(NABIL, cooking(8, 120));
        TestClock.advance(Duration.ofMinutes(1));
        sends(SELAM, cooking(1, 240));
        sends(SELAM, cooking(8, 240));
        sends("g-turkish-z", voluntary(2));

        Portal marloes = Portal.signedIn("coach-a", language);
        Answer arrival = open(marloes, "/coach", language);
        reads(arrival, words(language).waiting_people(2), Texts.in(language, CoachingMessages.class).people_count(76));
        Answer queue = open(marloes, arrival.document().selectFirst("main a.button[href=" + QUEUE + "]").attr("href"), language);

        assertEquals(List.of("Nabil Khoury", "Selam Tesfay"), names(queue));
        reads(queue, words(language).kind_hours(Texts.in(language, HoursMessages.class).kind(Kind.PARTICIPATION),
                Texts.in(language).hours_count(8), 2));
        open(marloes, "/coach/participants", language);
        Answer selam = open(marloes, queue.document().select("main h2 a").get(1).attr("href"), language);
        reads(selam, words(language).person_title("Selam Tesfay"), "Buurtkeuken De Sleutel");
        assertEquals(2, selam.document().select("main form button").eachText().stream()
                .filter(button -> button.equals(words(language).accept())).count());
        Answer entry = open(marloes, selam.document().selectFirst("main li.card a").attr("href"), language);
        Stream.of(Reason.values()).forEach(reason -> reads(entry, Texts.in(language, HoursMessages.class).reason(reason)));
    }

    @Test
    void oneEntryIsAcceptedAndTheNextPersonIsATapAway() {
        UUID entry = sends(SELAM, cooking(1, 240));
        sends(NABIL, cooking(1, 60));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(address(SELAM));

        Answer sent = press(marloes, page, address(SELAM) + "/accept");
        Answer again = press(marloes, page, address(SELAM) + "/accept");

        assertEquals(303, sent.status());
        assertEquals(303, again.status());
        assertEquals(State.ACCEPTED, entry(SELAM, entry).state());
        assertEquals(2, entry(SELAM, entry).version());
        Act.Judgement judgement = entry(SELAM, entry).judgement().orElseThrow();
        assertEquals(List.of("M-1001", "Marloes Hendriks"), List.of(judgement.by(), judgement.byName()));
        Answer done = open(marloes, address(SELAM), Language.NL);
        reads(done, words(Language.NL).all_done("Selam Tesfay"), words(Language.NL).next_person("Nabil Khoury"),
                words(Language.NL).undo());
    }

    @Test
    void aWholeWeekIsAcceptedAtOnceAndNoOtherWeek() {
        LocalDate monday = TestClock.today().minusWeeks(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<UUID> week = Stream.of(0, 2, 6).map(day -> sends(SELAM, cooking(monday.plusDays(day), 120))).toList();
        UUID before = sends(SELAM, cooking(monday.minusDays(1), 120));
        UUID after = sends(NABIL, cooking(monday, 120));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(address(SELAM));
        String entries = page.document().selectFirst("section[aria-labelledby=week-" + monday + "] input[name=entries]").val();

        assertEquals(303, marloes.submit(page, address(SELAM) + "/accept", Map.of("entries", entries)).status());

        week.forEach(entry -> assertEquals(State.ACCEPTED, entry(SELAM, entry).state()));
        assertEquals(State.WAITING, entry(SELAM, before).state());
        assertEquals(State.WAITING, entry(NABIL, after).state());
    }

    @ParameterizedTest
    @CsvSource({"refuse, REFUSED", "ask, ASKED"})
    void noComesWithAReasonAndANoteInDutch(String decision, State state) {
        UUID entry = sends(SELAM, cooking(1, 240));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(address(SELAM, entry));

        Answer sent = marloes.submit(page, address(SELAM, entry) + "/judge",
                Map.of("decision", decision, "reason", "WHO", "note", " Was Hanna erbij?\r\nBel haar <b>even</b>. "));

        assertEquals(303, sent.status());
        assertEquals(state, entry(SELAM, entry).state());
        Act last = entry(SELAM, entry).acts().get(1);
        String note = last instanceof Act.Refused refused ? refused.note() : ((Act.Asked) last).note();
        assertEquals("Was Hanna erbij?\nBel haar <b>even</b>.", note);
        Answer told = open(marloes, address(SELAM, entry), Language.NL);
        reads(told, Texts.in(Language.NL, HoursMessages.class).reason(Reason.WHO), "Bel haar <b>even</b>.");
        assertTrue(told.document().select("main form[action$=judge]").isEmpty(), "it is decided");
    }

    @ParameterizedTest
    @CsvSource({"'', Hallo, REASON", "NONSENSE, Hallo, REASON", "OWNWORDS, '  ', WORDS", "WHO, long, LONG"})
    void aMistakeKeepsWhatWasTypedAndDecidesNothing(String reason, String note, JudgeForm.Mistake mistake) {
        UUID entry = sends(SELAM, cooking(1, 240));
        String typed = note.equals("long") ? "x".repeat(501) : note;
        for (Language language : Language.values()) {
            Portal marloes = Portal.signedIn("coach-a", language);
            Answer told = marloes.submit(marloes.get(address(SELAM, entry)), address(SELAM, entry) + "/judge",
                    Map.of("decision", "refuse", "reason", reason, "note", typed));

            assertEquals(400, told.status());
            check(told, language);
            reads(told, words(language).mistake(mistake));
            assertEquals(typed.strip(), told.document().selectFirst("textarea[name=note]").wholeText());
            assertEquals(State.WAITING, entry(SELAM, entry).state());
        }
    }

    @Test
    void aDecisionIsTakenBackWithinADayAndNotAfterIt() {
        UUID entry = sends(SELAM, cooking(1, 240));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        press(marloes, marloes.get(address(SELAM)), address(SELAM) + "/accept");
        Answer page = marloes.get(address(SELAM, entry));

        assertEquals(303, press(marloes, page, address(SELAM, entry) + "/undo").status());
        assertEquals(State.WAITING, entry(SELAM, entry).state());
        press(marloes, marloes.get(address(SELAM)), address(SELAM) + "/accept");
        Answer late = marloes.get(address(SELAM, entry));
        TestClock.advance(Duration.ofHours(24).plusSeconds(1));
        Portal nextDay = Portal.signedIn("coach-a", Language.NL);
        String token = csrf(nextDay.get(address(SELAM, entry)));

        Answer told = nextDay.post(address(SELAM, entry) + "/undo", Map.of("csrf-token", token, "id", UUID.randomUUID().toString(),
                "judgement", late.document().selectFirst("input[name=judgement]").val()));

        assertEquals(409, told.status());
        assertEquals(State.ACCEPTED, entry(SELAM, entry).state());
        assertTrue(nextDay.get(address(SELAM, entry)).document().select("form[action$=undo]").isEmpty());
    }

    @Test
    void ofTwoCoachesTheSecondIsToldWhatTheFirstDecidedAndNothingChanges() {
        UUID entry = sends(KOFI, voluntary(1));
        Portal karel = coach(KAREL, "Karel Zijlstra");
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        Answer atJoosts = joost.get(address(KOFI, entry));
        Answer list = joost.get(address(KOFI));
        press(karel, karel.get(address(KOFI)), address(KOFI) + "/accept");

        Answer refused = joost.submit(atJoosts, address(KOFI, entry) + "/judge",
                Map.of("decision", "refuse", "reason", "TWICE", "note", "Dit staat er al."));
        Answer accepted = press(joost, list, address(KOFI) + "/accept");

        assertEquals(State.ACCEPTED, entry(KOFI, entry).state());
        assertEquals(2, entry(KOFI, entry).version());
        for (Answer told : List.of(refused, accepted)) {
            assertEquals(409, told.status());
            check(told, Language.NL);
            reads(told, words(Language.NL).late(), "Goedgekeurd door Karel Zijlstra");
        }
        reads(refused, "Dit staat er al.");
    }

    @Test
    void whoGoesBackAndDecidesOtherwiseIsToldThatItWasDecided() {
        UUID entry = sends(SELAM, cooking(1, 240));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(address(SELAM, entry));
        String judge = address(SELAM, entry) + "/judge";
        Map<String, String> asked = Map.of("decision", "ask", "reason", "WHO", "note", "Was Hanna erbij?");
        assertEquals(303, marloes.submit(page, judge, asked).status());
        assertEquals(303, marloes.submit(page, judge, asked).status(), "a doubled tap");

        Answer otherWords = marloes.submit(page, judge, Map.of("decision", "ask", "reason", "WHO", "note", "Was Els erbij?"));
        Answer refused = marloes.submit(page, judge, Map.of("decision", "refuse", "reason", "WHO", "note", "Was Hanna erbij?"));
        Answer accepted = press(marloes, page, address(SELAM) + "/accept");

        for (Answer told : List.of(otherWords, refused, accepted)) {
            assertEquals(409, told.status());
            check(told, Language.NL);
            reads(told, words(Language.NL).late(), "Was Hanna erbij?");
        }
        assertEquals(State.ASKED, entry(SELAM, entry).state());
        assertEquals(303, press(marloes, refused, address(SELAM, entry) + "/undo").status());
        assertEquals(State.WAITING, entry(SELAM, entry).state(), "it can be taken back where that is told");
    }

    @Test
    void whatCameTooLateIsLookedUpOnceHoweverMuchItIs() {
        List<UUID> week = Stream.of(1, 2, 3, 4, 5).map(day -> sends(SELAM, cooking(day, 60))).toList();
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(address(SELAM));
        week.forEach(entry -> book.log(key(SELAM), entry, new Act.Withdrawn(UUID.randomUUID(), TestClock.now())));

        Answer told = accept(marloes, page, week);

        assertEquals(409, told.status());
        check(told, Language.NL);
        assertEquals(5, told.document().select("[role=alert] p.own").size());
        long forOne = Statements.of(sessions, () -> accept(marloes, page, week.subList(0, 1)));
        long forAll = Statements.of(sessions, () -> accept(marloes, page, week));
        assertEquals(4 * 2, forAll - forOne, "each is held and read to judge it, and nothing more");
    }

    private Answer accept(Portal portal, Answer page, List<UUID> entries) {
        return portal.submit(page, address(SELAM) + "/accept",
                Map.of("entries", entries.stream().map(entry -> entry + ":1").collect(Collectors.joining(","))));
    }

    @Test
    void whatThePersonCorrectedMeanwhileIsNotAcceptedUnseen() {
        UUID entry = sends(SELAM, cooking(1, 60));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(address(SELAM));
        book.log(key(SELAM), entry, new Act.Sent(UUID.randomUUID(), TestClock.now(), cooking(1, 600)));

        Answer told = press(marloes, page, address(SELAM) + "/accept");

        assertEquals(409, told.status());
        check(told, Language.NL);
        reads(told, words(Language.NL).changed(), "10 uur", words(Language.NL).corrected());
        assertFalse(told.text().contains(Answer.plain(words(Language.NL).late())), "nobody decided anything");
        assertEquals(State.WAITING, entry(SELAM, entry).state());
    }

    @Test
    void whatTheMunicipalityDidNotTakeComesBackAsAQuestion() {
        UUID entry = sends(SELAM, cooking(1, 60));
        UUID judgement = UUID.randomUUID();
        book.log(key(SELAM), entry, new Act.Accepted(judgement, TestClock.now(), "M-1001", "Marloes Hendriks", 1));
        book.log(key(SELAM), entry, new Act.Returned(UUID.randomUUID(), TestClock.now(), judgement,
                new Refusal("urn:opkoers:probleem:ongeldig", List.of("na-termijn"))));

        for (Language language : Language.values()) {
            Portal marloes = Portal.signedIn("coach-a", language);
            assertEquals(List.of("Selam Tesfay"), names(marloes.get(QUEUE)));
            reads(open(marloes, address(SELAM), language), words(language).returned(), "na-termijn");
            open(marloes, address(SELAM, entry), language);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatTheMunicipalityGoesOnCountingWaitsUntilItIsToldAgain(Language language) {
        UUID entry = stillCounted();
        Portal marloes = Portal.signedIn("coach-a", language);

        Answer queue = open(marloes, QUEUE, language);
        assertEquals(List.of("Selam Tesfay"), names(queue));
        reads(queue, words(language).still_entries(1));
        Answer person = open(marloes, address(SELAM), language);
        Answer shown = open(marloes, person.document().selectFirst("section[aria-labelledby=still] a").attr("href"), language);
        for (Answer page : List.of(person, shown)) {
            reads(page, words(language).still(Durations.of(language).hours(Duration.ofHours(4)),
                    Dates.of(language).date(TestClock.today())), "periode-afgesloten", words(language).still_help());
        }
        Answer people = open(marloes, "/coach/participants?hours=yes", language);
        reads(people, words(language).still_entries(1));
        assertFalse(people.text().contains(Answer.plain(Texts.in(language, CoachingMessages.class).hours_waiting(0))), people.text());
        reads(person, words(language).still_counted());
        reads(shown, words(language).did_kept(Dates.of(language).moment(TestClock.now())).split("\\d")[0].strip());

        Answer told = marloes.follow(marloes.submit(shown, address(SELAM, entry) + "/still", Map.of("decision", "tell")));
        assertEquals(303, marloes.submit(shown, address(SELAM, entry) + "/still", Map.of("decision", "tell")).status());

        check(told, language);
        reads(told, words(language).still_again());
        assertTrue(told.document().select("form[action$=/still]").isEmpty(), "it is told");
        assertEquals(List.of(), names(open(marloes, QUEUE, language)));
        reads(open(marloes, address(SELAM), language), words(language).all_done("Selam Tesfay"));
        assertEquals(List.of("HOURS_CORRECTION"), Rows.of("select kind from outbox"), "twice is once");
        Keeping.keeps();
        assertEquals(List.of("Selam Tesfay"), names(open(marloes, QUEUE, language)), "it is back");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatACoachSettledWithTheMunicipalityIsNotedWithTheirName(Language language) {
        UUID entry = stillCounted();
        Rows.clear("processing_record");
        Portal marloes = Portal.signedIn("coach-a", language);
        Answer page = open(marloes, address(SELAM), language);

        Answer settled = marloes.follow(marloes.submit(page, address(SELAM, entry) + "/still", Map.of("decision", "settle")));

        check(settled, language);
        reads(settled, words(language).did_settled("Marloes Hendriks", "|").split("[|]")[0].strip());
        assertEquals(List.of(), names(open(marloes, QUEUE, language)));
        assertEquals(List.of(), Rows.of("select kind from outbox"));
        assertEquals(List.of("M-1001"), Rows.of("select actor from processing_record where kind = 'CHANGE'"), "it is written down");
    }

    /** Selam took back four hours, which the municipality had counted. */
    private UUID stillCounted() {
        UUID entry = sends(SELAM, cooking(1, 240));
        book.log(key(SELAM), entry, new Act.Accepted(UUID.randomUUID(), TestClock.now(), "M-1001", "Marloes Hendriks", 1));
        Keeping.takes();
        book.log(key(SELAM), entry, new Act.Withdrawn(UUID.randomUUID(), TestClock.now()));
        Keeping.keeps();
        return entry;
    }

    @Test
    void theCoachSeesWhatIsRegularWhatIsOddAndTheTotal() {
        LocalDate wednesday = TestClock.today().with(TemporalAdjusters.previous(DayOfWeek.WEDNESDAY));
        Stream.of(1, 2, 3, 4).forEach(week -> sends(SELAM, cooking(wednesday.minusWeeks(week), 240)));
        sends(SELAM, cooking(wednesday, 240));
        sends(SELAM, cooking(wednesday, 555));

        Answer page = open(Portal.signedIn("coach-a", Language.NL), address(SELAM), Language.NL);

        reads(page, "Vrijwilligerswerk op woensdag: in 5 van de laatste 12 weken, meestal 4 uur", words(Language.NL).as_usual(),
                words(Language.NL).remark(Question.LONGDAY), "Wacht op u 29 uur en 15 minuten");
        // How many the municipality counts depends on what other tests told it.
        assertTrue(Pattern.compile("Geteld door de gemeente \\d{3} uur van 800 uur").matcher(Answer.plain(page.text())).find());
    }

    /** In these nights the clock goes an hour on or back. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29", "2026-10-25"})
    void theCoachReadsTheTimesThatWereToldAlsoWhenTheClockChanges(LocalDate day) {
        sends(SELAM, new Written(Kind.PARTICIPATION, Activity.VOLUNTEERING, day, LocalTime.of(1, 0), 180, null, null, null, null, null, null));

        reads(Portal.signedIn("coach-a", Language.NL).get(address(SELAM)), "01:00–04:00");
    }

    @Test
    void whatSomebodyKeepsForThemselvesIsNotForTheirCoach() {
        UUID kept = UUID.randomUUID();
        book.log(key(SELAM), kept, new Act.Saved(UUID.randomUUID(), TestClock.now(), cooking(1, 60)));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);

        assertEquals(404, marloes.get(address(SELAM, kept)).status());
        assertFalse(marloes.get(address(SELAM)).text().contains("Buurtkeuken"));
        assertEquals(List.of(), names(marloes.get(QUEUE)));
    }

    @Test
    void everyOtherDoorStaysClosed() {
        UUID selams = sends(SELAM, cooking(1, 60));
        UUID kofis = sends(KOFI, voluntary(1));
        List<Portal> others = List.of(
                coach("M-1005", "Femke Noordhof"),
                coach(KAREL, "Karel Zijlstra"),
                coach("M-1006", "Bart Oosting"),
                coach("M-9999", "Niemand"),
                coach(world.municipality().idOf(SELAM), "Selam Tesfay"),
                Portal.signedIn("coach-b", Language.NL),
                staff("M-1001", Role.STAFF, "Marloes zonder groep"),
                staff("M-1001", Role.TEAM_LEAD, "Marloes als teamleider"),
                Portal.signedIn("team-lead", Language.NL),
                Portal.signedIn(SELAM, Language.NL),
                Portal.signedIn(NABIL, Language.NL));

        others.forEach(other -> assertAll(closed(other, SELAM, selams)));

        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        assertAll(closed(marloes, KOFI, kofis));
        assertAll("another's entry under one's own person", closed(marloes, SELAM, kofis).skip(1));
        assertEquals(404, marloes.get(QUEUE + "/nobody").status());
        assertEquals(404, marloes.get(address(SELAM) + "/none").status());
        assertEquals(1, entry(SELAM, selams).version());
        assertEquals(1, entry(KOFI, kofis).version());
    }

    /** Every address and every form about somebody: nothing is found, said or done. */
    private Stream<Executable> closed(Portal other, String person, UUID entry) {
        Answer home = other.open("/");
        Map<String, String> form = Map.of("csrf-token", csrf(home), "id", UUID.randomUUID().toString(), "entries", entry + ":1",
                "seen", "1", "decision", "refuse", "reason", "TWICE", "judgement", UUID.randomUUID().toString());
        return Stream.of(
                () -> refuses(other.get(address(person))),
                () -> refuses(other.post(address(person) + "/accept", form)),
                () -> refuses(other.get(address(person, entry))),
                () -> refuses(other.get(address(person, entry) + "/judge")),
                () -> refuses(other.get(address(person, entry) + "/photo")),
                () -> refuses(other.post(address(person, entry) + "/judge", form)),
                () -> refuses(other.post(address(person, entry) + "/undo", form)),
                () -> refuses(other.post(address(person, entry) + "/still", form)));
    }

    private static void refuses(Answer answer) {
        assertTrue(answer.status() == 404 || answer.status() == 403, answer.status() + " " + answer.path());
        assertFalse(answer.body().contains("Buurtkeuken"), answer.path());
    }

    @Test
    void anEndedSubstitutionOpensNothingWhateverTheListSays() {
        UUID entry = sends(KOFI, voluntary(1));
        assertEquals(List.of("Kofi Asante"), names(Portal.signedIn("coach-b", Language.NL).get(QUEUE)));

        TestClock.advance(Duration.ofDays(23));
        Portal joost = Portal.signedIn("coach-b", Language.NL);

        assertEquals(List.of(), names(joost.get(QUEUE)));
        assertAll(closed(joost, KOFI, entry));
        assertEquals(List.of("Kofi Asante"), names(coach(KAREL, "Karel Zijlstra").get(QUEUE)));
    }

    @Test
    void anOutageOfADayGoesOnWithTheListAndALongerOneShowsNobodyAndSaysSo() {
        UUID entry = sends(SELAM, cooking(1, 60));
        Portal.signedIn("coach-a", Language.NL).get(QUEUE);
        world.municipality().faults().set(Resource.STAFF, Fault.error());
        TestClock.advance(Duration.ofHours(23));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        assertEquals(List.of("Selam Tesfay"), names(open(marloes, QUEUE, Language.NL)));
        assertEquals(200, marloes.get(address(SELAM, entry)).status());

        TestClock.advance(Duration.ofHours(2));
        for (Language language : Language.values()) {
            Portal nextDay = Portal.signedIn("coach-a", language);
            for (String page : List.of(QUEUE, "/coach/participants")) {
                Answer told = open(nextDay, page, language);
                reads(told, words(language).unavailable());
                assertFalse(told.text().contains("Selam"));
            }
            assertEquals(503, nextDay.get(address(SELAM)).status());
            assertEquals(503, nextDay.get(address(SELAM, entry)).status());
        }
    }

    @Test
    void aFullCaseloadIsOneSmallPageAndTakesNoMoreQuestionsThanOnePerson() throws IOException {
        sends(SELAM, cooking(1, 60));
        sends(NABIL, cooking(1, 60));
        Portal marloes = Portal.signedIn("coach-a", Language.TI);
        List.of(QUEUE, address(SELAM)).forEach(marloes::get);
        long forOne = Statements.of(sessions, () -> marloes.get(QUEUE));
        long forOneEntry = Statements.of(sessions, () -> marloes.get(address(SELAM)));
        waitingOfEverybody();
        IntStream.rangeClosed(2, 45).forEach(day -> sends(SELAM, cooking(day, 60)));

        Answer queue = open(marloes, QUEUE, Language.TI);

        assertEquals(76, names(queue).size());
        assertEquals(forOne, Statements.of(sessions, () -> marloes.get(QUEUE)));
        assertEquals(forOneEntry, Statements.of(sessions, () -> marloes.get(address(SELAM))));
        Answer person = open(marloes, address(SELAM), Language.TI);
        assertEquals(40, person.document().select("main a[href*=" + world.municipality().idOf(SELAM) + "/]").size());
        reads(person, words(Language.TI).more_entries(6));
        for (Answer page : List.of(queue, person, marloes.get("/coach/participants"))) {
            assertTrue(compressed(page) <= 14 * 1024, page.path() + ": " + compressed(page));
        }
    }

    /** An entry of each of the 76 people of Marloes' caseload, as the portal has it in store. */
    private static void waitingOfEverybody() {
        Rows.run("""
                with each as (select member ->> 'inburgeraarId' as id, gen_random_uuid() as entry from caseload_snapshot,
                        jsonb_array_elements(body -> 'inburgeraars') member where employee = 'M-1001'),
                acts as (insert into hour_act select '9901', id, entry, 1, entry, jsonb_build_object('act', 'sent', 'id', entry,
                        'at', '2026-11-01T10:00:00Z', 'written', jsonb_build_object('kind', 'VOLUNTARY', 'activity', 'SPORT',
                        'day', '2026-10-31', 'minutes', 60)), '2026-11-01T10:00:00Z' from each)
                insert into hour_entry (municipality, participant, id, kind, day, minutes, state, version, logged_at, sent_at)
                select '9901', id, entry, 'VOLUNTARY', '2026-10-31', 60, 'WAITING', 1, '2026-11-01T10:00:00Z',
                        '2026-11-01T10:00:00Z' from each""");
    }

    private static int compressed(Answer page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(page.body().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    @Test
    void whatACoachTypedOutlivesTheirSession() {
        UUID entry = sends(SELAM, cooking(1, 60));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(address(SELAM, entry));
        TestClock.advance(Duration.ofMinutes(16));

        Answer ended = marloes.follow(marloes.submit(page, address(SELAM, entry) + "/judge",
                Map.of("decision", "ask", "reason", "PROOF", "note", "Hebt u een foto?")));
        Answer back = marloes.signIn("coach-a", URLDecoder.decode(
                ended.document().selectFirst("main a[href^=/staff/sign-in]").attr("href").replaceFirst(".*to=", ""),
                StandardCharsets.UTF_8));

        assertEquals(200, back.status());
        assertEquals("Hebt u een foto?", back.document().selectFirst("textarea[name=note]").wholeText());
        assertEquals("PROOF", back.document().selectFirst("input[name=reason][checked]").val());
        assertEquals(1, entry(SELAM, entry).version());
    }

    private UUID sends(String person, Written written) {
        UUID entry = UUID.randomUUID();
        assertTrue(book.log(key(person), entry, new Act.Sent(entry, TestClock.now(), written)).isThere());
        return entry;
    }

    private Entry entry(String person, UUID entry) {
        return book.find(key(person), entry).orElseThrow();
    }

    private ParticipantKey key(String person) {
        return new ParticipantKey("9901", world.municipality().idOf(person));
    }

    private String address(String person) {
        return QUEUE + "/" + world.municipality().idOf(person);
    }

    private String address(String person, UUID entry) {
        return address(person) + "/" + entry;
    }

    private static Written cooking(int daysAgo, int minutes) {
        return cooking(TestClock.today().minusDays(daysAgo), minutes);
    }

    private static Written cooking(LocalDate day, int minutes) {
        return new Written(Kind.PARTICIPATION, Activity.VOLUNTEERING, day, LocalTime.of(9, 30), minutes, SpokeDutch.ALITTLE,
                "MAATSCHAPPELIJK_FIT_WORDEN", "Buurtkeuken De Sleutel", "Hanna", null, null);
    }

    private static Written voluntary(int daysAgo) {
        return new Written(Kind.VOLUNTARY, Activity.SPORT, TestClock.today().minusDays(daysAgo), null, 90, null, null,
                "Buurtkeuken De Sleutel", null, null, null);
    }

    private static Portal coach(String employee, String name) {
        return staff(employee, Role.COACH, name);
    }

    private static Portal staff(String employee, String role, String name) {
        String secret = ConfigProvider.getConfig().getValue("opkoers.session.secret", String.class);
        return Portal.visitor(Language.NL).with("session",
                TestSessions.staff(secret, "9901", employee, role, name, TestClock.now()));
    }

    private static Answer press(Portal portal, Answer page, String action) {
        return portal.submit(page, action, Map.of());
    }

    private static String csrf(Answer page) {
        return page.document().selectFirst("input[name=csrf-token]").val();
    }

    private static List<String> names(Answer queue) {
        assertEquals(200, queue.status());
        return queue.document().select("main h2 a").eachText().stream().map(Answer::plain).toList();
    }

    private static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path.replaceFirst("^https?://[^/]+", ""));
        assertEquals(200, page.status(), path);
        check(page, language);
        return page;
    }

    private static void check(Answer page, Language language) {
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
    }

    private static void reads(Answer page, String... words) {
        for (String expected : words) {
            assertTrue((page.title() + " " + page.text()).contains(Answer.plain(expected)),
                    () -> page.path() + " lacks: " + Answer.plain(expected) + "\n" + page.text());
        }
    }

    private static JudgingMessages words(Language language) {
        return Texts.in(language, JudgingMessages.class);
    }
}
