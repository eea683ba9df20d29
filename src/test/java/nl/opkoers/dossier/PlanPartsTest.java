package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import nl.opkoers.dossier.PlanPart.Kind;
import nl.opkoers.dossier.PlanPart.State;
import nl.opkoers.law.ExamPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the law asks, beside what is known of it; days are written as how many days from today. */
class PlanPartsTest {

    private static final String ASYLUM = "Asielstatushouder";
    private static final String FAMILY = "Gezinsmigrant en overige migrant";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Asielstatushouder                | B | KNM, READING B1, LISTENING B1, WRITING B1, SPEAKING B1, PVT /12, MAP",
        "Gezinsmigrant en overige migrant | B | KNM, READING B1, LISTENING B1, WRITING B1, SPEAKING B1, PVT /12, MAP",
        "Asielstatushouder                | O | KNM, PROGRAMME B1, PVT /12",
        "Gezinsmigrant en overige migrant | O | KNM, PROGRAMME B1, PVT /12",
        "Asielstatushouder                | Z | LANGUAGEHOURS /800, PARTICIPATION /800, PVT /12, MAP, CLOSING",
        "Gezinsmigrant en overige migrant | Z | LANGUAGEHOURS /800, PVT /12, MAP, CLOSING",
        "Iets van morgen                  | Z | LANGUAGEHOURS /800, PVT /12, MAP, CLOSING",
        "Asielstatushouder                | X | PVT /12"})
    void everyCellOfTheLawHasItsPartsAndNothingIsKnownOfThemYet(String group, String route, String expected) {
        Course course = Case.withPlan(group, route).course();
        assertEquals(expected, course.parts().stream().map(PlanPartsTest::named).collect(Collectors.joining(", ")));
        assertTrue(course.parts().stream().allMatch(part -> part.state() == State.UNKNOWN && part.rule() != null));
    }

    @Test
    void aDispensationLowersTheHoursOfParticipation() {
        assertEquals(400, Case.of("z-dispensation").course().getParticipationTarget());
        assertEquals(State.BUSY, part(Case.of("z-dispensation"), Kind.PARTICIPATION).state());
    }

    @ParameterizedTest
    @CsvSource({"0, NOTNEEDED", "155, DONE", "156, BUSY"})
    void evenToNone(int bearable, State expected) {
        PlanPart part = part(Case.of("z-dispensation").with("ontheffingen", dispensed("today-1month", bearable)),
                Kind.PARTICIPATION);
        assertEquals(bearable, part.target());
        assertEquals(expected, part.state());
    }

    @Test
    void withNothingToDoAndNothingKnownNothingIsNeeded() {
        Case none = Case.withPlan(ASYLUM, "Z").with("ontheffingen", dispensed("today-1month", 0));
        assertEquals(State.NOTNEEDED, part(none, Kind.PARTICIPATION).state());
    }

    @Test
    void theLatestDispensationCounts() {
        Case twice = Case.withPlan(ASYLUM, "Z").with("ontheffingen", "{'besluiten': ["
                + decision("today-1year", 500) + "," + decision("today-1month", 300) + "," + decision("today+1month", 100) + "]}");
        assertEquals(300, twice.course().getParticipationTarget());
    }

    @Test
    void aDispensationGivesNobodyElseATarget() {
        assertNull(Case.withPlan(FAMILY, "Z").with("ontheffingen", dispensed("today-1month", 400)).course().getParticipationTarget());
    }

    @Test
    void thePlanSaysHowManyHoursOfPvtAndMap() {
        Case planned = Case.withPlan(ASYLUM, "B").with("pip", "{'actueel': {'leerroute': 'B', 'pvtUren': 16, 'mapUren': 40}}")
                .with("pvt", "{'gevolgdeUren': 4}").with("map", "{'gevolgdePraktijkuren': 0}");
        assertEquals("PVT 4/16 BUSY", shown(part(planned, Kind.PVT)));
        assertEquals("MAP 0/40 NOTYET", shown(part(planned, Kind.MAP)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'datumOndertekeningPvt': 'today-9days', 'afspraak': {'begin': 'today+1day at 10:00'}} | DONE -9",
        "{'afspraak': {'begin': 'today+5days at 10:00'}, 'gevolgdeUren': 4}                    | PLANNED 5",
        "{'afspraak': {'begin': 'today+5days at 10:00', 'status': 'Vervallen'}}                | NOTYET",
        "{'afspraak': {'begin': 'today-5days at 10:00'}}                                       | NOTYET",
        "{'afspraak': {'begin': null}, 'gevolgdeUren': 4}                                      | BUSY",
        "{'gevolgdeUren': 0} | NOTYET", "null | UNKNOWN"})
    void thePvtIsDoneWhenItIsSigned(String pvt, String expected) {
        assertEquals(expected, stateAndDay(part(Case.withPlan(ASYLUM, "B").with("pvt", pvt), Kind.PVT)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'datumEindgesprekMap': 'today-2days'} | DONE -2", "{'afspraak': {'begin': 'today+3days at 10:00'}} | PLANNED 3",
        "{'gevolgdePraktijkuren': 12} | BUSY", "{} | NOTYET", "null | UNKNOWN"})
    void theMapIsDoneAtItsTalk(String map, String expected) {
        assertEquals(expected, stateAndDay(part(Case.withPlan(FAMILY, "B").with("map", map), Kind.MAP)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'datumAfrondingZroute': 'today-2days'} | DONE -2", "{'eindgesprek': {'begin': 'today+3days at 10:00'}} | PLANNED 3",
        "{'eindgesprek': {'begin': 'today+3days at 10:00', 'status': 'Vervallen'}} | NOTYET", "{} | NOTYET", "null | UNKNOWN"})
    void theZRouteEndsWithATalk(String zRoute, String expected) {
        assertEquals(expected, stateAndDay(part(Case.withPlan(ASYLUM, "Z").with("zroute", zRoute), Kind.CLOSING)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'einddatum': 'today-1month'} | DONE -31", "{'afspraak': {'begin': 'today+1day at 10:00'}, 'startdatum': 'today-1week'} | PLANNED 1",
        "{'startdatum': 'today-1week', 'afspraak': {'begin': 'today+1day at 10:00', 'status': 'Vervallen'}} | BUSY -7",
        "{'startdatum': 'today'} | BUSY 0", "{'startdatum': 'today+1day'} | NOTYET", "{} | NOTYET"})
    void theFirstTalksAreShownWhereTheyAre(String intake, String expected) {
        assertEquals(expected, stateAndDay(part(Case.empty().with("bredeIntake", intake), Kind.INTAKE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | today+9days | PLANNED 9", "{} | today-9days | DONE -31", "null | today+9days | DONE -31"})
    void afterAMoveTheFirstTalkOfHereIsStillToCome(String move, String talk, String expected) {
        Case person = Case.empty().with("verhuizing", move)
                .with("bredeIntake", "{'einddatum': 'today-1month', 'afspraak': {'begin': '" + talk + " at 10:00'}}");
        assertEquals(expected, stateAndDay(part(person, Kind.INTAKE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Op zoek | NOTYET 4", "Wachtlijst | WAITING 4", "Gestart | BUSY", "Afgerond | DONE", "Geschorst | UNKNOWN 4", " | UNKNOWN 4"})
    void theSchoolIsAsFarAsItsStatusSays(String status, String expected) {
        Case school = Case.empty().with("inburgeringsaanbod", "{'verwachteStartdatumOpleiding': 'today+4days', "
                + "'verwachteEinddatumOpleiding': 'today+9days', 'status': " + (status == null ? "null" : "'" + status + "'") + "}");
        assertEquals(expected, stateAndDay(part(school, Kind.SCHOOL)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Gestart | today | today+9days | BUSY 0", "Afgerond | today-9days | today | DONE 0"})
    void whatWasExpectedIsSaidToHaveBeenOnceItsDayHasCome(String status, String start, String end, String expected) {
        Case school = Case.empty().with("inburgeringsaanbod", "{'verwachteStartdatumOpleiding': '" + start + "', "
                + "'verwachteEinddatumOpleiding': '" + end + "', 'status': '" + status + "'}");
        assertEquals(expected, stateAndDay(part(school, Kind.SCHOOL)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Op zoek | today-1day | NOTYET", "Wachtlijst | today-9days | WAITING", "Geschorst | today-1day | UNKNOWN",
        "Wachtlijst | today | WAITING 0"})
    void aDayThatHasGoneByIsNotSaidToBeWhenItBegins(String status, String start, String expected) {
        Case school = Case.empty().with("inburgeringsaanbod", "{'verwachteStartdatumOpleiding': '" + start + "', 'status': '" + status + "'}");
        assertEquals(expected, stateAndDay(part(school, Kind.SCHOOL)));
    }

    @ParameterizedTest
    @CsvSource({"Asielstatushouder, 0", "Iets van morgen, 0", "Gezinsmigrant en overige migrant, "})
    void whoNeverHadFreeAttemptsIsNotToldThatNoneAreLeft(String group, Integer expected) {
        Case person = Case.withPlan(group, "B").with("examens", "{'onderdelen': [{'onderdeel': 'LE', 'gratisPogingenTegoed': 0}]}");
        assertEquals(expected, exam(person, ExamPart.READING).attempts());
    }

    @Test
    void theLearnabilityTestIsDoneOrNot() {
        assertEquals("DONE -3", stateAndDay(part(Case.empty().with("leerbaarheidstoets", "{'datumAfname': 'today-3days'}"), Kind.LEARNABILITY)));
        assertEquals("NOTYET", stateAndDay(part(Case.empty().with("leerbaarheidstoets", "{}"), Kind.LEARNABILITY)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "'pogingen': []                                                            | NOTYET",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': null}]           | WAITING -9",
        "'pogingen': [{'examendatum': 'today', 'resultaat': null}]                 | WAITING 0",
        "'pogingen': [{'examendatum': 'today+9days', 'resultaat': null}]           | NOTYET",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Gezakt'}]       | AGAIN -9",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Geen'}]         | AGAIN -9",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Geen', 'redenGeenResultaat': 'Absent'}] | AGAIN -9",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Geen', 'redenGeenResultaat': 'Afgemeld'}] | NOTYET",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Geen', 'redenGeenResultaat': 'Afgemeld'}, {'examendatum': 'today-40days', 'resultaat': 'Gezakt'}] | AGAIN -40",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Van morgen'}]   | NOTYET",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Geslaagd'}, {'examendatum': 'today-1day', 'resultaat': 'Gezakt'}] | DONE -9",
        "'pogingen': [{'examendatum': null, 'resultaat': 'Gezakt'}, {'examendatum': 'today-9days', 'resultaat': null}] | WAITING -9",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Gezakt'}], 'gepland': {'afspraak': {'begin': 'today+2days at 09:00'}} | PLANNED 2",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Gezakt'}], 'gepland': {'afspraak': {'begin': 'today+2days at 09:00', 'status': 'Vervallen'}} | AGAIN -9",
        "'pogingen': [{'examendatum': 'today-1day', 'resultaat': null, 'redenGeenResultaat': 'Afgemeld'}] | NOTYET",
        "'pogingen': [{'examendatum': 'today-1day', 'redenGeenResultaat': 'Afgemeld'}], 'gepland': {'afspraak': {'begin': 'today-1day at 09:00'}} | NOTYET",
        "'pogingen': [{'examendatum': 'today+9days', 'redenGeenResultaat': 'Afgemeld'}], 'gepland': {'afspraak': {'begin': 'today-1day at 09:00'}} | WAITING -1",
        "'gepland': {'afspraak': null} | NOTYET",
        "'gepland': {'niveau': 'B1', 'afspraak': {'begin': 'today-1day at 09:00'}} | WAITING -1",
        "'gepland': {'niveau': 'B1', 'afspraak': {'begin': 'today at 09:00'}} | WAITING 0",
        "'gepland': {'niveau': 'B1', 'afspraak': {'begin': 'today at 15:00'}} | PLANNED 0",
        "'gepland': {'afspraak': {'begin': 'today-35days at 09:00'}} | WAITING -35",
        "'gepland': {'afspraak': {'begin': 'today-36days at 09:00'}} | NOTYET",
        "'gepland': {'niveau': 'A2', 'afspraak': {'begin': 'today-56days at 09:00'}} | WAITING -56",
        "'gepland': {'niveau': 'B1', 'afspraak': {'begin': 'today-1day at 09:00', 'status': 'Vervallen'}} | NOTYET",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Gezakt'}], 'gepland': {'afspraak': {'begin': 'today-1day at 09:00'}} | WAITING -1",
        "'pogingen': [{'examendatum': 'today-1day', 'resultaat': 'Gezakt'}], 'gepland': {'afspraak': {'begin': 'today-1day at 09:00'}} | AGAIN -1",
        "'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Geslaagd'}], 'gepland': {'afspraak': {'begin': 'today-1day at 09:00'}} | DONE -9"})
    void anExamIsReadOffItsAttempts(String reading, String expected) {
        PlanPart part = exam(exams("{'onderdeel': 'LE', 'gratisPogingenTegoed': 1, " + reading + "}"), ExamPart.READING);
        assertEquals(expected, stateAndDay(part));
        assertEquals(part.state() == State.DONE ? null : Integer.valueOf(1), part.attempts());
    }

    @Test
    void aPartPassedBelowTheLevelOfThePlanIsNeitherDoneNorNotBegun() {
        PlanPart reading = exam(exams("{'onderdeel': 'LE', 'pogingen': [{'examendatum': 'today-9days', 'niveau': 'A2', 'resultaat': 'Geslaagd'}]}"),
                ExamPart.READING);
        assertEquals("BELOW -9", stateAndDay(reading));
        assertEquals(new PlanPart.Below("A2", "B1"), reading.below());
        assertFalse(reading.isFinished(), "only the municipality scales down");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "'pogingen': [{'niveau': 'A2', 'resultaat': 'Geslaagd'}], 'gepland': {'niveau': 'B1', 'afspraak': {'begin': 'today+2days at 09:00'}} | PLANNED",
        "'pogingen': [{'niveau': 'A2', 'resultaat': 'Geslaagd'}, {'examendatum': 'today-9days', 'niveau': 'B1', 'resultaat': 'Gezakt'}] | AGAIN"})
    void whoTriesTheLevelOfThePlanStillReadsThatALowerOneWasPassed(String reading, State expected) {
        PlanPart part = exam(exams("{'onderdeel': 'LE', " + reading + "}"), ExamPart.READING);
        assertEquals(expected, part.state());
        assertEquals(new PlanPart.Below("A2", "B1"), part.below());
    }

    @Test
    void aPassedExamShowsTheLevelThatWasReached() {
        assertEquals("B2", exam(exams("{'onderdeel': 'LE', 'pogingen': [{'niveau': 'B2', 'resultaat': 'Geslaagd'}]}"), ExamPart.READING).level());
        assertEquals("B1", exam(exams("{'onderdeel': 'LE', 'pogingen': [{'resultaat': 'Geslaagd'}]}"), ExamPart.READING).level());
        assertNull(exam(exams("{'onderdeel': 'LE', 'pogingen': [{'niveau': 'A2', 'resultaat': 'Geslaagd'}, {'niveau': 'B1', 'resultaat': 'Geslaagd'}]}"),
                ExamPart.READING).below());
    }

    @Test
    void anExamPartFromTomorrowIsNobodysAndTheOthersAreNotBegun() {
        Case unknown = exams("{'onderdeel': 'XX', 'pogingen': [{'resultaat': 'Geslaagd'}]}, null, {'onderdeel': null}");
        assertEquals(5, unknown.course().parts().stream().filter(part -> part.kind() == Kind.EXAM).count());
        assertTrue(unknown.course().parts().stream().filter(part -> part.kind() == Kind.EXAM)
                .allMatch(part -> part.state() == State.NOTYET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vrijstellingen", "ontheffingen"})
    void aPartThatNeedNotBeDoneIsSaidByWhoDecidedIt(String decisions) {
        Case freed = exams("{'onderdeel': 'SP', 'pogingen': [{'examendatum': 'today-9days', 'resultaat': 'Gezakt'}]}")
                .with(decisions, "{'bron': 'DUO', 'besluiten': [{'onderdelen': ['SP', 'XX'], 'resultaat': 'Toekenning'}]}");
        PlanPart speaking = exam(freed, ExamPart.SPEAKING);
        assertEquals(State.NOTNEEDED, speaking.state());
        assertTrue(speaking.isFinished());
        assertEquals("DUO", speaking.told().source());
        assertEquals(State.NOTYET, exam(freed, ExamPart.READING).state());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"'Volledig' | NOTNEEDED", "'Gedeeltelijk' | NOTYET", "null | NOTYET"})
    void aDecisionForEverythingNamesNoParts(String kind, State expected) {
        Case freed = exams("{'onderdeel': 'SP'}").with("ontheffingen",
                "{'besluiten': [{'soort': " + kind + ", 'onderdelen': [], 'resultaat': 'Toekenning'}]}");
        assertEquals(expected, exam(freed, ExamPart.SPEAKING).state());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"'resultaat': 'Afwijzing'", "'resultaat': 'Toekenning', 'einddatum': 'today'",
        "'resultaat': 'Toekenning', 'ingangsdatum': 'today+1day'", "'resultaat': null"})
    void aDecisionThatIsNotInForceChangesNothing(String decision) {
        Case notFreed = exams("{'onderdeel': 'SP'}").with("vrijstellingen", "{'besluiten': [{'onderdelen': ['SP'], " + decision + "}]}");
        assertEquals(State.NOTYET, exam(notFreed, ExamPart.SPEAKING).state());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | NOTYET", "799 | BUSY", "800 | DONE", "812 | DONE", "null | UNKNOWN"})
    void lessonsOfTheZRouteAreCounted(String hours, State expected) {
        Case lessons = Case.withPlan(FAMILY, "Z").with("uren", "{'soorten': [{'soort': 'Lesuren', 'uren': " + hours + "}]}");
        assertEquals(expected, part(lessons, Kind.LANGUAGEHOURS).state());
    }

    @Test
    void theProgrammeIsAsFarAsItsSchool() {
        assertEquals(State.BUSY, part(Case.of("o-arabic-load"), Kind.PROGRAMME).state());
    }

    @Test
    void everyPartOfAKnownDossierSaysWhoTold() {
        Course course = Case.of("b1-arabic-exam").course();
        course.parts().stream().filter(part -> part.state() != State.UNKNOWN).forEach(part -> assertNotNull(part.told(), part.toString()));
    }

    private static Case exams(String parts) {
        return Case.withPlan(ASYLUM, "B").with("examens", "{'bron': 'DUO', 'onderdelen': [" + parts + "]}");
    }

    private static String dispensed(String from, int bearable) {
        return "{'besluiten': [" + decision(from, bearable) + "]}";
    }

    private static String decision(String from, int bearable) {
        return "{'resultaat': 'Toekenning', 'ingangsdatum': '" + from + "', 'urenBelastbaarheidParticipatieactiviteit': " + bearable + "}";
    }

    private static PlanPart part(Case person, Kind kind) {
        return person.course().parts().stream().filter(part -> part.kind() == kind).findFirst().orElseThrow();
    }

    private static PlanPart exam(Case person, ExamPart exam) {
        return person.course().parts().stream().filter(part -> part.exam() == exam).findFirst().orElseThrow();
    }

    private static String named(PlanPart part) {
        return (part.exam() == null ? part.kind() : part.exam()) + (part.level() == null ? "" : " " + part.level())
                + (part.target() == null ? "" : " /" + part.target());
    }

    private static String shown(PlanPart part) {
        return part.kind() + " " + part.done() + "/" + part.target() + " " + part.state();
    }

    private static String stateAndDay(PlanPart part) {
        return part.state() + (part.on() == null ? "" : " " + (part.on().toEpochDay() - Case.TODAY.toEpochDay()));
    }
}
