package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the stories a page tells, read off the data of today. */
class PhaseTest {

    private static final String PLAN = "{'actueel': {'pipId': 'p', 'leerroute': 'B'}}";
    private static final String TERM = "{'startdatum': 'today-1year', 'einddatum': 'today+2years'}";

    @ParameterizedTest
    @CsvSource({"old-law, EARLIERACT", "done-turkish, COMPLETED", "exempt-english, EXEMPT", "azc-tigrinya-wait, RECEPTION",
        "moved-arabic, MOVED", "before-pip-turkish, BEFOREPLAN", "z-tigrinya, RUNNING", "z-arabic-elder, LASTMONTHS",
        "g-english-debt, LASTMONTHS", "g-turkish-new, RUNNING", "unknown-values, RUNNING"})
    void eachPersonIsToldTheirOwnStory(String person, Phase expected) {
        assertEquals(expected, Case.of(person).course().phase());
    }

    @Test
    void theEarlierActGoesBeforeEverythingElse() {
        Case old = Case.of("done-turkish").with("inburgeringsplicht", "{'wet': 'Wi2013', 'indicatorInburgeringsplicht': false}");
        assertEquals(Phase.EARLIERACT, old.course().phase());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"'begindatum': '2021-12-31' | EARLIERACT",
        "'begindatum': '2022-01-01' | BEFOREPLAN", "'begindatum': '2021-12-31', 'wet': 'Wi2021' | BEFOREPLAN", "'begindatum': null | BEFOREPLAN"})
    void whereNoActIsToldTheFirstDayOfTheDutyTellsIt(String duty, Phase expected) {
        assertEquals(expected, Case.empty().with("inburgeringsplicht", "{" + duty + "}").course().phase());
    }

    @Test
    void whoHasFinishedIsNotCalledExempt() {
        Case done = Case.empty().with("inburgeringsplicht",
                "{'indicatorInburgeringsplicht': false, 'redenGeenInburgeringsplicht': 'Inburgeringsplicht voldaan'}");
        assertEquals(Phase.COMPLETED, done.course().phase());
        assertEquals(Phase.COMPLETED, Case.of("z-tigrinya").with("afronding", "{'datum': 'today'}").course().phase());
    }

    @Test
    void anExemptionGoesBeforeAPlanAndItsTerm() {
        Case exempt = Case.of("z-tigrinya").with("inburgeringsplicht", "{'indicatorInburgeringsplicht': false}");
        assertEquals(Phase.EXEMPT, exempt.course().phase());
    }

    @Test
    void ofWhomNothingIsKnownWaitsForAPlan() {
        assertEquals(Phase.BEFOREPLAN, Case.empty().course().phase());
        assertEquals(Phase.BEFOREPLAN, Case.empty().with("pip", "{'actueel': null, 'historie': null}").course().phase());
    }

    @Test
    void aMoveWithoutAnEarlierPlanIsNoNewPlan() {
        Case moved = Case.empty().with("verhuizing", "{'vorigeGemeente': 'Gemeente Bergveen'}");
        assertEquals(Phase.BEFOREPLAN, moved.course().phase());
    }

    @Test
    void aPlanMadeInReceptionCountsAsAPlan() {
        Case early = Case.empty().with("persoon", "{'woonsituatie': 'In opvang'}");
        assertEquals(Phase.RECEPTION, early.course().phase());
        assertEquals(Phase.RUNNING, early.with("pip", PLAN).course().phase());
    }

    @Test
    void afterAMoveTheNewPlanIsTheOneInForce() {
        Case moved = Case.of("moved-arabic").with("pip", PLAN).with("termijn", TERM);
        assertEquals(Phase.RUNNING, moved.course().phase());
    }

    @ParameterizedTest
    @CsvSource({"today+8months+1day, RUNNING", "today+8months, LASTMONTHS", "today+1day, LASTMONTHS", "today, TERMENDED",
        "today-1year, TERMENDED"})
    void theLastMonthsBeginEightMonthsBeforeTheEnd(String endExclusive, Phase expected) {
        Case ending = Case.empty().with("pip", PLAN)
                .with("termijn", "{'startdatum': 'today-3years', 'einddatum': '" + endExclusive + "'}");
        assertEquals(expected, ending.course().phase());
    }

    @ParameterizedTest
    @CsvSource({"today, today-1day", "today, today", ", today", "today-1year,"})
    void aTermThatCannotBeUnderstoodEndsNothing(String start, String end) {
        Case garbled = Case.empty().with("pip", PLAN).with("termijn", "{'startdatum': " + quoted(start)
                + ", 'einddatum': " + quoted(end) + "}");
        assertEquals(Phase.RUNNING, garbled.course().phase());
    }

    private static String quoted(String value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
