package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import nl.opkoers.dossier.Waiting.Kind;
import nl.opkoers.law.ExamPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others are at work on, and how far one can count on a date. */
class WaitingTest {

    private static final String MEETING = "{'begin': 'today+1week at 10:00', 'status': '%s'}";

    @Test
    void inReceptionOneWaitsForAHouseAndForATalk() {
        Case reception = Case.empty().with("persoon", "{'woonsituatie': 'In opvang'}");
        assertEquals(List.of(Kind.HOUSING, Kind.INTAKE), kinds(reception));
        assertNull(reception.course().waiting().get(0).getExpectedDate());
    }

    @Test
    void whoHasADateForTheTalkDoesNotWaitForOne() {
        assertEquals(List.of(), kinds(intake("'afspraak': " + MEETING.formatted("Gepland"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{'begin': 'today+1week at 10:00', 'status': 'Vervallen'}", "{'begin': 'today-1day at 10:00'}", "{}"})
    void whenTheTalkIsOffOrOverAnotherIsWaitedFor(String meeting) {
        assertEquals(List.of(Kind.INTAKE), kinds(intake("'afspraak': " + meeting)));
    }

    @Test
    void afterTheTalksThePlanIsAimedAtTenWeeksAfterTheNotice() {
        Waiting plan = only(intake("'einddatum': 'today-1week'")
                .with("inburgeringsplicht", "{'datumKennisgevingInburgeringsplicht': '2026-11-01'}").with("pip", "{}"));
        assertEquals(Kind.PLAN, plan.kind());
        assertEquals(LocalDate.of(2026, 11, 14), plan.since());
        assertTrue(plan.isAim());
        assertEquals(LocalDate.of(2027, 1, 10), plan.getExpectedDate());
        assertEquals(10 * 7, plan.getBasis().period().getDays());
    }

    /** Who came without a plan waits for one of here: the weeks of before the move say nothing of this municipality. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"2026-01-01, 2026-11-01, 2027-01-10", "2026-11-01, 2026-10-01, 2027-01-10", "-, 2026-11-01, 2027-01-10",
        "2026-11-01, -, -"})
    void afterAMoveWithoutAPlanTheTenWeeksAreThoseOfTheNewMunicipality(String notice, String registered, LocalDate aim) {
        Waiting plan = only(intake("'einddatum': 'today-1week'").with("pip", "{}")
                .with("inburgeringsplicht", "{'datumKennisgevingInburgeringsplicht': " + quoted(notice) + "}")
                .with("verhuizing", "{'ingeschrevenOp': " + quoted(registered) + "}"));
        assertEquals(Kind.PLAN, plan.kind());
        assertEquals(aim, plan.getExpectedDate());
    }

    private static String quoted(String day) {
        return day == null ? "null" : "'" + day + "'";
    }

    @Test
    void whereNothingIsToldOfAPlanNobodyIsSaidToBeMakingOne() {
        assertEquals(List.of(), kinds(intake("'einddatum': 'today-1week'")));
    }

    @Test
    void anAimThatHasPassedIsKnownToHavePassed() {
        Waiting plan = only(intake("'einddatum': 'today-1week'")
                .with("inburgeringsplicht", "{'datumKennisgevingInburgeringsplicht': '2026-01-01'}").with("pip", "{}"));
        assertTrue(plan.passedOn(Case.TODAY));
        assertFalse(plan.passedOn(plan.getExpectedDate()));
    }

    @Test
    void withoutANoticeThereIsNoAim() {
        Waiting plan = only(intake("'einddatum': 'today-1week'").with("pip", "{}"));
        assertNull(plan.getExpectedDate());
        assertFalse(plan.isAim());
    }

    @Test
    void afterAMoveTenNewWeeksBeginAtTheRegistration() {
        Waiting plan = Case.of("moved-arabic").with("voortgang", "null").course().waiting().get(0);
        assertEquals(Kind.NEWPLAN, plan.kind());
        assertEquals(plan.since().plusWeeks(10), plan.getExpectedDate());
    }

    @Test
    void theResultOfAnExamIsAwaitedAfterAMoveToo() {
        Case moved = Case.of("moved-arabic").with("voortgang", "null").with("examens", exam("LE", "B1", "today-1week"));
        assertEquals(List.of(Kind.NEWPLAN, Kind.RESULT), kinds(moved));
    }

    /** The rule for A2 speaking and writing changed on 31 July 2026 and holds for exams from then on. */
    @ParameterizedTest
    @CsvSource({
        "LE,  B1, 2026-11-02, 2026-12-07", "SP,  B2, 2026-11-02, 2026-12-07", "SC,  B1, 2026-08-03, 2026-09-07",
        "LE,  A2, 2026-11-02, 2026-12-28", "LU,  A2, 2026-11-02, 2026-12-28", "KNM, ,   2026-11-02, 2026-12-28",
        "SP,  A2, 2026-11-02, 2027-02-22", "SC,  A2, 2026-07-31, 2026-11-20", "SC,  A2, 2026-07-30, 2026-09-24",
        "LE,  C1, 2026-11-02, ", "XX,  B1, 2026-11-02, "})
    void aResultTakesAsLongAsForItsPartAndLevel(String part, String level, LocalDate taken, LocalDate atLatest) {
        Waiting result = only(running().with("examens", exam(part, level, taken.toString())));
        assertEquals(Kind.RESULT, result.kind());
        assertEquals(ExamPart.ofCode(part).orElse(null), result.exam());
        assertEquals(result.exam() == null ? part : null, result.detail());
        assertEquals(taken, result.since());
        assertEquals(atLatest, result.getExpectedDate());
        assertEquals(atLatest != null, result.isAtLatest());
    }

    @ParameterizedTest
    @CsvSource({"today, 0", "today+1week, 0", "today-1day, 1"})
    void onTheDayItselfNobodyWaitsForAResult(String taken, int expected) {
        assertEquals(expected, kinds(running().with("examens", exam("LE", "B1", taken))).size());
    }

    /** Five weeks for a state exam: after that nobody knows what became of it. */
    @ParameterizedTest
    @CsvSource({"today-1day, 1", "today-35days, 1", "today-36days, 0", "today, 0", "today+1day, 0"})
    void aBookedExamThatHasGoneByIsAwaitedToo(String begin, int expected) {
        Case booked = running().with("examens", "{'onderdelen': [{'onderdeel': 'LE', 'gepland': {'niveau': 'B1', "
                + "'afspraak': {'begin': '" + begin + " at 09:00'}}}]}");
        assertEquals(expected, kinds(booked).size());
    }

    /** As My plan says of the same exam: the level is that of the route where neither the plan nor the booking names one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"'gepland': {'afspraak': {'begin': 'today-1day at 09:00'}}",
        "'gepland': {'niveau': null, 'afspraak': null}, 'pogingen': [{'examendatum': 'today-1day', 'resultaat': null}]"})
    void aResultIsExpectedAtTheLevelOfTheRouteWhereNoneIsTold(String reading) {
        Waiting result = only(running().with("examens", "{'onderdelen': [{'onderdeel': 'LE', " + reading + "}]}"));
        assertEquals(Kind.RESULT, result.kind());
        assertEquals(Case.TODAY.minusDays(1).plusWeeks(5), result.getExpectedDate());
    }

    @Test
    void aPlaceAtASchoolIsWaitedForByItsName() {
        Waiting place = only(running().with("inburgeringsaanbod",
                "{'status': 'Wachtlijst', 'datumInburgeringsaanbod': '2026-10-01', 'instelling': {'naam': 'Taalhaven'}}"));
        assertEquals(Kind.SCHOOLPLACE, place.kind());
        assertEquals("Taalhaven", place.detail());
        assertEquals(LocalDate.of(2026, 10, 1), place.since());
        assertNull(only(running().with("inburgeringsaanbod", "{'status': 'Wachtlijst', 'instelling': null}")).detail());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{} | 1", "{'afspraak': {'begin': 'today+1week at 10:00', 'status': 'Vervallen'}} | 1",
        "{'afspraak': {'begin': 'today-1week at 10:00'}} | 1", "{'afspraak': {'begin': 'today+1week at 10:00'}} | 0",
        "{'datumOndertekeningPvt': 'today-1week'} | 0"})
    void aNewDateIsWaitedForWhenThePvtIsOff(String pvt, int expected) {
        assertEquals(expected, kinds(running().with("pvt", pvt)).stream().filter(Kind.PVTDATE::equals).count());
    }

    @ParameterizedTest
    @CsvSource({"today+1day, true, false", "today, true, true", "today-1day, true, true", ", false, false"})
    void aPromiseHoldsUntilItsDay(String before, boolean promised, boolean passed) {
        Waiting answer = only(Case.empty().with("bredeIntake", "{'afspraak': " + MEETING.formatted("Gepland") + "}")
                .with("voortgang", "{'openVragen': [{'onderwerp': 'Fiets', 'gesteldOp': '2026-11-02', 'antwoordVoor': "
                        + (before == null ? "null" : "'" + before + "'") + ", 'bij': 'Femke Noordhof'}, null]}"));
        assertEquals(Kind.ANSWER, answer.kind());
        assertEquals("Fiets", answer.detail());
        assertEquals(promised, answer.isPromise());
        assertEquals(passed, answer.isPromisePassed());
        assertNull(answer.getBasis());
        assertNull(answer.with(), "who is no contact any more looks at nothing");
    }

    @Test
    void aQuestionMovesAlongWithTheNewContact() {
        Waiting answer = Case.of("switched-english").course().waiting().get(0);
        assertEquals("Nieuwe datum voor de PVT", answer.detail());
        assertEquals("Femke Noordhof", answer.with());
        assertFalse(answer.isPromisePassed());
    }

    @Test
    void whoStandsInLooksAtItThoughNoContact() {
        assertEquals("Joost van Wijk", Case.of("g-english-debt").course().waiting().get(0).with());
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1", "null, 0"})
    void theCertificateIsOnItsWayUntilItIsSent(String sent, int expected) {
        Case done = Case.empty().with("afronding", "{'datum': 'today-1week', 'bewijs': 'Diploma', 'verzonden': " + sent + "}");
        assertEquals(expected, kinds(done).stream().filter(Kind.CERTIFICATE::equals).count());
    }

    @Test
    void whoIsExemptWaitsForNothing() {
        assertEquals(List.of(), kinds(running().with("inburgeringsplicht", "{'indicatorInburgeringsplicht': false}")
                .with("pvt", "{}")));
    }

    private static Case intake(String intake) {
        return Case.empty().with("bredeIntake", "{" + intake + "}");
    }

    private static Case running() {
        return Case.withPlan("Asielstatushouder", "B");
    }

    private static String exam(String part, String level, String taken) {
        return "{'onderdelen': [{'onderdeel': '" + part + "', 'pogingen': [{'examendatum': '" + taken + "', 'niveau': "
                + (level == null ? "null" : "'" + level + "'") + ", 'resultaat': null}]}]}";
    }

    private static Waiting only(Case person) {
        List<Waiting> waiting = person.course().waiting();
        assertEquals(1, waiting.size(), () -> waiting.toString());
        return waiting.get(0);
    }

    private static List<Kind> kinds(Case person) {
        return person.course().waiting().stream().map(Waiting::kind).toList();
    }
}
