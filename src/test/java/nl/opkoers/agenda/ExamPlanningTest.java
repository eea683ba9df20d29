package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.opkoers.agenda.ExamCard.FreeAttempts;
import nl.opkoers.agenda.ExamCard.Stage;
import nl.opkoers.agenda.ExamOutlook.Fit;
import nl.opkoers.agenda.ExamOutlook.Latest;
import nl.opkoers.agenda.ExamOutlook.Missing;
import nl.opkoers.demo.municipality.CastJson;
import nl.opkoers.dossier.Course;
import nl.opkoers.language.Dates;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.municipality.Contract;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Dossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cast on Saturday 21 November 2026; the days are worked out by hand on a calendar. */
class ExamPlanningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LawBook LAW = LawBook.standard();

    /**
     * A term from 21-10-2024 up to 20-10-2027. State exams have their result in five weeks, so exam by 15-9-2027; registered
     * more than six weeks before, so by 3-8-2027. With room for one retake the result is to be in by 3-8, so exam by 29-6 and
     * registered by 17-5-2027.
     */
    @Test
    void whoWaitsForAnExamSeesHowMuchRoomThereIs() {
        ExamPlanning planning = planning("b1-arabic-exam");
        assertEquals("KNM PASSED, READING PASSED, LISTENING TO_BOOK WITH_ROOM, WRITING TO_BOOK WITH_ROOM, SPEAKING BOOKED WITH_ROOM",
                inShort(planning));
        ExamOutlook.Dated listening = dated(planning, ExamPart.LISTENING);
        assertEquals(LocalDate.of(2027, 10, 20), listening.lastDay().date());
        assertEquals(new Latest(LocalDate.of(2027, 8, 3), LocalDate.of(2027, 9, 15)), listening.last());
        assertEquals(new Latest(LocalDate.of(2027, 5, 17), LocalDate.of(2027, 6, 29)), listening.sensible());
        assertEquals(List.of(RuleKey.EXAM_RESULT_TIME, RuleKey.EXAM_REGISTRATION_LEAD, RuleKey.EXAM_RETAKES_TO_ALLOW),
                listening.basis().stream().map(Fact::key).toList());
        assertTrue(listening.waiting().known().isEmpty(), "nobody knows how long the wait for a place is, and that is said");
        assertEquals(ExamPart.LISTENING, planning.next().orElseThrow().part());
        assertFalse(planning.isTooLate());
    }

    /** Booked for Monday 22-2-2027: the result by 29-3, to be moved up to two weeks before. */
    @Test
    void theCardOfABookedExamTellsAllOfIt() {
        ExamCard speaking = planning("b1-arabic-exam").of(ExamPart.SPEAKING).orElseThrow();
        assertEquals(LocalDate.of(2027, 2, 22), speaking.on());
        assertEquals(LanguageLevel.B1, speaking.level());
        assertEquals("Examenlocatie Waterstad", speaking.booked().place().name());
        assertEquals(LocalDate.of(2027, 3, 29), speaking.resultBy().orElseThrow().date());
        assertEquals(new FreeAttempts(1, speaking.freeAttempts().orElseThrow().rule()), speaking.freeAttempts().orElseThrow());
        assertEquals(2, speaking.freeAttempts().orElseThrow().rule().orElseThrow().whole());
        assertEquals(LocalDate.of(2027, 2, 8), speaking.move().orElseThrow().until());
        assertEquals(List.of(14, 14, 7), speaking.move().orElseThrow().rules().stream().map(Fact::whole).toList());
        assertTrue(speaking.move().orElseThrow().possibleOn(LocalDate.of(2027, 2, 8)));
        assertFalse(speaking.move().orElseThrow().possibleOn(LocalDate.of(2027, 2, 9)));
        assertEquals(30, speaking.about().minutes().orElseThrow().whole());
        assertEquals(50, speaking.about().price().orElseThrow().whole());
        assertTrue(speaking.about().questions().isEmpty(), "nobody publishes how many questions a state exam has");
        assertTrue(speaking.about().register().orElseThrow().word().startsWith("https://www.inburgeren.nl/"));
        assertTrue(speaking.about().practise().orElseThrow().word().startsWith("https://www.staatsexamensnt2.nl/"));
    }

    /** Two and a half years after 21-10-2024. */
    @Test
    void moreTimeCanBeAskedForFromADayThatIsYetToCome() {
        ExamPlanning.Extension extension = planning("b1-arabic-exam").extension().orElseThrow();
        assertEquals(LocalDate.of(2027, 4, 21), extension.from().date());
        assertFalse(extension.open());
    }

    /**
     * A term up to 20-4-2027, so exam by 16-3-2027 and registered by 1-2-2027; with room for a retake exam by 28-12-2026 and
     * registered by 15-11-2026, which is six days ago. Writing was taken on 24-10, so its result comes by 28-11 with room.
     */
    @Test
    void withFiveMonthsLeftThereIsTimeForOneMoreAttempt() {
        ExamPlanning planning = planning("g-english-debt");
        assertEquals("KNM PASSED, READING PASSED, LISTENING PASSED, WRITING AWAITING_RESULT WITH_ROOM, SPEAKING AGAIN JUST",
                inShort(planning));
        ExamOutlook.Dated speaking = dated(planning, ExamPart.SPEAKING);
        assertEquals(new Latest(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 3, 16)), speaking.last());
        assertEquals(new Latest(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 12, 28)), speaking.sensible());
        assertEquals(LocalDate.of(2026, 11, 28), planning.of(ExamPart.WRITING).orElseThrow().resultBy().orElseThrow().date());
        assertEquals(ExamPart.SPEAKING, planning.next().orElseThrow().part());
        ExamPlanning.Extension extension = planning.extension().orElseThrow();
        assertEquals(LocalDate.of(2026, 10, 21), extension.from().date());
        assertTrue(extension.open());
    }

    @Test
    void freeAttemptsAreOnlyForAsylumHolders() {
        assertTrue(planning("g-english-debt").cards().stream().allMatch(card -> card.freeAttempts().isEmpty()));
        ObjectNode unknown = CastJson.of("b1-arabic-exam", TODAY);
        unknown.putNull("doelgroep");
        FreeAttempts free = planning(unknown).of(ExamPart.LISTENING).orElseThrow().freeAttempts().orElseThrow();
        assertEquals(2, free.left());
        assertTrue(free.rule().isEmpty());
        ObjectNode without = with(CastJson.of("b1-arabic-exam", TODAY), "examens", "{'onderdelen': []}");
        assertNull(planning(without).of(ExamPart.LISTENING).orElseThrow().freeAttempts().orElseThrow().left());
    }

    /**
     * A term up to 20-1-2029 and no exam yet. State exams: exam by 16-12-2028, registered by 3-11; with room 29-9 and 17-8.
     * KNM, eight weeks for its result: exam by 25-11-2028, registered by 13-10; with room 18-8 and 6-7.
     */
    @Test
    void whoHasNotBegunHasEveryPartAheadAndKnmFirst() {
        ExamPlanning planning = planning("switched-english");
        assertEquals("KNM TO_BOOK WITH_ROOM, READING TO_BOOK WITH_ROOM, LISTENING TO_BOOK WITH_ROOM, WRITING TO_BOOK WITH_ROOM, "
                + "SPEAKING TO_BOOK WITH_ROOM", inShort(planning));
        assertEquals(new Latest(LocalDate.of(2028, 11, 3), LocalDate.of(2028, 12, 16)), dated(planning, ExamPart.WRITING).last());
        assertEquals(new Latest(LocalDate.of(2028, 8, 17), LocalDate.of(2028, 9, 29)), dated(planning, ExamPart.WRITING).sensible());
        assertEquals(new Latest(LocalDate.of(2028, 10, 13), LocalDate.of(2028, 11, 25)), dated(planning, ExamPart.KNM).last());
        assertEquals(new Latest(LocalDate.of(2028, 7, 6), LocalDate.of(2028, 8, 18)), dated(planning, ExamPart.KNM).sensible());
        ExamCard knm = planning.next().orElseThrow();
        assertEquals(ExamPart.KNM, knm.part());
        assertNull(knm.level());
        assertEquals(40, knm.about().questions().orElseThrow().whole());
        assertEquals(45, knm.about().minutes().orElseThrow().whole());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-15, WITH_ROOM", "2026-11-16, JUST", "2027-02-01, JUST", "2027-02-02, TOO_LATE", "2027-04-21, TOO_LATE"})
    void itFitsUpToAndIncludingTheLastDay(LocalDate day, Fit fit) {
        Course course = course(CastJson.of("g-english-debt", TODAY), day);
        assertEquals(fit, dated(ExamPlanning.of(course, LAW), ExamPart.SPEAKING).fit());
    }

    @Test
    void whenItNoLongerFitsItIsSaidWhatCanBeAskedFor() {
        ExamPlanning planning = ExamPlanning.of(course(CastJson.of("g-english-debt", TODAY), LocalDate.of(2027, 3, 1)), LAW);
        assertTrue(planning.isTooLate());
        assertTrue(planning.extension().orElseThrow().open());
        assertTrue(planning.next().isEmpty());
    }

    /** Booked for a day after the last sensible one, and for one after the last of all. */
    @ParameterizedTest
    @CsvSource({"2026-12-28, WITH_ROOM", "2026-12-29, JUST", "2027-03-16, JUST", "2027-03-17, TOO_LATE"})
    void aBookedExamIsHeldAgainstTheDayOfTheExam(LocalDate exam, Fit fit) {
        ObjectNode booked = with(CastJson.of("g-english-debt", TODAY), "examens", "{'onderdelen': [{'onderdeel': 'SP', 'pogingen': [], "
                + "'gepland': {'niveau': 'B1', 'afspraak': {'begin': '" + exam + "T08:00:00Z', 'einde': '" + exam + "T09:00:00Z'}}}]}");
        assertEquals(fit, dated(planning(booked), ExamPart.SPEAKING).fit());
        assertEquals(Stage.BOOKED, planning(booked).of(ExamPart.SPEAKING).orElseThrow().stage());
    }

    /** Speaking and writing at A2 take up to sixteen weeks since the notice of 31-7-2026; reading and listening eight. */
    @Test
    void atALowerLevelResultsTakeLonger() {
        ObjectNode reduced = CastJson.of("switched-english", TODAY);
        ((ObjectNode) reduced.get("pip").get("actueel")).put("niveau", "A2");
        ExamPlanning planning = planning(reduced);
        assertEquals(LocalDate.of(2028, 9, 30), dated(planning, ExamPart.SPEAKING).last().examBy());
        assertEquals(LocalDate.of(2028, 11, 25), dated(planning, ExamPart.READING).last().examBy());
        assertEquals(16, planning.of(ExamPart.SPEAKING).orElseThrow().about().questions().orElseThrow().whole());
    }

    /** As Home says it of the same exam. */
    @ParameterizedTest
    @CsvSource({"2026-07-30, 2026-09-24", "2026-07-31, 2026-11-20"})
    void aResultIsExpectedByTheRuleOfTheDayOfTheExam(LocalDate taken, LocalDate resultBy) {
        ObjectNode waiting = with(CastJson.of("switched-english", TODAY), "examens", "{'onderdelen': [{'onderdeel': 'SC', 'pogingen': ["
                + "{'examendatum': '" + taken + "', 'niveau': 'A2', 'resultaat': null}]}]}");
        assertEquals(resultBy, planning(waiting).of(ExamPart.WRITING).orElseThrow().resultBy().orElseThrow().date());
    }

    @Test
    void whoSatAnExamYesterdayIsNotToldToBookIt() {
        ExamCard sat = planning(bookedOn("2026-11-20T09:00:00Z")).of(ExamPart.SPEAKING).orElseThrow();
        assertEquals(Stage.AWAITING_RESULT, sat.stage());
        assertEquals(LocalDate.of(2026, 11, 20), sat.on());
        assertEquals(LocalDate.of(2026, 12, 25), sat.resultBy().orElseThrow().date());
        ExamCard thisMorning = planning(bookedOn("2026-11-21T08:00:00Z")).of(ExamPart.SPEAKING).orElseThrow();
        assertEquals(Stage.AWAITING_RESULT, thisMorning.stage());
        ExamCard longAgo = planning(bookedOn("2026-10-16T08:00:00Z")).of(ExamPart.SPEAKING).orElseThrow();
        assertEquals(Stage.TO_BOOK, longAgo.stage(), "after the longest time for a result nobody knows what became of it");
    }

    @Test
    void aResultThatIsLateComesTodayAtTheEarliest() {
        ObjectNode late = with(CastJson.of("g-english-debt", TODAY), "examens", "{'onderdelen': [{'onderdeel': 'SC', "
                + "'pogingen': [{'examendatum': '2026-10-24', 'niveau': 'B1', 'resultaat': null}]}]}");
        LocalDate afterTheLastDayToBook = LocalDate.of(2027, 2, 2);
        ExamPlanning planning = ExamPlanning.of(course(late, afterTheLastDayToBook), LAW);
        assertEquals(Fit.JUST, dated(planning, ExamPart.WRITING).fit());
        assertEquals(Fit.WITH_ROOM, dated(planning(late), ExamPart.WRITING).fit());
    }

    @Test
    void withoutATermOrWithoutExamsNothingIsGuessed() {
        ObjectNode noTerm = CastJson.of("b1-arabic-exam", TODAY);
        noTerm.putNull("termijn");
        assertEquals(new ExamOutlook.NotKnown(List.of(Missing.TERM)), outlook(planning(noTerm), ExamPart.LISTENING));
        assertTrue(planning(noTerm).extension().isEmpty());
        ObjectNode noExams = CastJson.of("b1-arabic-exam", TODAY);
        noExams.putNull("examens");
        assertEquals(new ExamOutlook.NotKnown(List.of(Missing.EXAMS)), outlook(planning(noExams), ExamPart.LISTENING));
        assertFalse(planning(noExams).isTooLate());
        assertTrue(planning(noExams).next().isEmpty());
    }

    /** The rules on exams are those of 2026: of the year before the book knows none. */
    @Test
    void whatTheLawBookDoesNotKnowIsNamed() {
        Course before = course(CastJson.of("b1-arabic-exam", TODAY), LocalDate.of(2025, 12, 31));
        assertEquals(new ExamOutlook.NotKnown(List.of(Missing.REGISTRATION_LEAD, Missing.RESULT_TIME)),
                outlook(ExamPlanning.of(before, LAW), ExamPart.LISTENING));
    }

    /** Once somebody publishes how long one waits, say four weeks, it is counted in: every last day to book is as much earlier. */
    @Test
    void aWaitingTimeThatIsKnownIsCountedIn() throws IOException {
        LawBook waiting = withWaitingTime(4);
        ExamPlanning planning = ExamPlanning.of(course(CastJson.of("b1-arabic-exam", TODAY), TODAY), waiting);
        ExamOutlook.Dated listening = dated(planning, ExamPart.LISTENING);
        assertTrue(listening.waiting().known().isPresent());
        assertEquals(new Latest(LocalDate.of(2027, 7, 6), LocalDate.of(2027, 9, 15)), listening.last());
        assertEquals(new Latest(LocalDate.of(2027, 3, 22), LocalDate.of(2027, 6, 1)), listening.sensible());
        assertTrue(listening.basis().stream().anyMatch(fact -> fact.key() == RuleKey.EXAM_WAITING_TIME));
    }

    @ParameterizedTest
    @CsvSource({"z-tigrinya, ''", "o-arabic-load, KNM", "azc-tigrinya-wait, ''", "old-law, ''"})
    void onlyThePartsThatTheLawAsksHaveACard(String key, String parts) {
        assertEquals(parts, planning(key).cards().stream().map(card -> card.part().name()).collect(Collectors.joining(" ")));
    }

    @Test
    void whatIsFreedOrPassedHasNothingLeftToPlan() {
        for (ExamCard card : planning("done-turkish").cards()) {
            assertTrue(card.stage().isFinished());
            assertTrue(card.outlook().isEmpty() && card.move().isEmpty() && card.freeAttempts().isEmpty());
        }
        assertTrue(planning("done-turkish").isFinished());
        assertFalse(planning("b1-arabic-exam").isFinished());
        assertFalse(planning("z-tigrinya").isFinished());
    }

    @Test
    void anExamOfTheAgendaHasItsCardAndATestOfTheSchoolHasNone() {
        ExamPlanning planning = planning("b1-arabic-exam");
        assertSame(planning.cards().get(4), planning.of(item("Examen", new Agenda.Exam("SP", "B1"))).orElseThrow());
        assertTrue(planning.of(item("Schooltoets", new Agenda.Exam("SP", "B1"))).isEmpty());
        assertTrue(planning.of(item("Examen", null)).isEmpty());
        assertTrue(planning.of(item("Examen", new Agenda.Exam("XX", null))).isEmpty());
    }

    @Test
    void anOldCheckOfASourceIsNoticed() {
        ExamOutlook.Dated listening = dated(planning("b1-arabic-exam"), ExamPart.LISTENING);
        assertTrue(listening.agedOn(TODAY), "waiting times are good for 90 days after the check of 28-7-2026");
        assertFalse(listening.agedOn(LocalDate.of(2026, 10, 26)));
    }

    private static ObjectNode bookedOn(String begin) {
        return with(CastJson.of("g-english-debt", TODAY), "examens", "{'onderdelen': [{'onderdeel': 'SP', 'pogingen': [], "
                + "'gepland': {'niveau': 'B1', 'afspraak': {'begin': '" + begin + "'}}}]}");
    }

    private static LawBook withWaitingTime(int weeks) throws IOException {
        try (InputStream shipped = LawBook.class.getResourceAsStream("/law/2026.json")) {
            return LawBook.read(shipped, new ByteArrayInputStream(("{\"year\": 2027, \"facts\": [{\"key\": \"exam-waiting-time\", \"value\": "
                    + weeks + ", \"unit\": \"weeks\", \"kind\": \"waiting-time\", \"validFrom\": \"2026-01-01\", "
                    + "\"checkedOn\": \"2026-11-01\", \"source\": \"nobody yet\"}]}").getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Agenda.Item item(String kind, Agenda.Exam exam) {
        return new Agenda.Item("i", 1, kind, "Gepland", null, null, null, null, null, List.of(), null, null, null, null, null,
                exam, null);
    }

    private static ExamPlanning planning(String key) {
        return planning(CastJson.of(key, TODAY));
    }

    private static ExamPlanning planning(ObjectNode json) {
        return ExamPlanning.of(course(json, TODAY), LAW);
    }

    private static Course course(ObjectNode json, LocalDate today) {
        Clock noon = Clock.fixed(today.atTime(12, 0).atZone(Dates.AMSTERDAM).toInstant(), Dates.AMSTERDAM);
        return Course.of(new Contract().read(json.toString(), Dossier.class), noon, LAW);
    }

    private static ObjectNode with(ObjectNode json, String part, String value) {
        try {
            json.set(part, new ObjectMapper().readTree(value.replace('\'', '"')));
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    private static ExamOutlook outlook(ExamPlanning planning, ExamPart part) {
        return planning.of(part).orElseThrow().outlook().orElseThrow();
    }

    private static ExamOutlook.Dated dated(ExamPlanning planning, ExamPart part) {
        return planning.of(part).orElseThrow().dated().orElseThrow();
    }

    private static String inShort(ExamPlanning planning) {
        return planning.cards().stream().map(card -> card.part() + " " + card.stage()
                + card.dated().map(outlook -> " " + outlook.fit()).orElse("")).collect(Collectors.joining(", "));
    }
}
