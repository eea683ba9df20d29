package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The term and the lesson hours: either can run out first, and neither is there for everybody. */
class ClocksTest {

    private static final String HALF_WAY = "{'startdatum': 'today-18months', 'einddatum': 'today+18months'}";

    @ParameterizedTest
    @ValueSource(strings = {"azc-tigrinya-wait", "before-pip-turkish"})
    void beforeThereIsAPlanNothingCountsDown(String person) {
        Clocks clocks = Case.of(person).course().clocks();
        assertNull(clocks.getCalendarOrNull());
        assertNull(clocks.getLessonsOrNull());
    }

    @Test
    void theLastDayIsTheOneBeforeTheEndThatDuoSends() {
        Clocks clocks = Case.empty().with("termijn", HALF_WAY).course().clocks();
        assertEquals(LocalDate.of(2028, 5, 20), clocks.getCalendarOrNull().lastDay().date());
        assertEquals(Period.of(1, 6, 0), clocks.getCalendarOrNull().remaining());
    }

    @Test
    void anExtendedTermIsCountedToItsNewEnd() {
        Clocks clocks = Case.of("extended-arabic").course().clocks();
        assertFalse(clocks.calendar().orElseThrow().ended());
        assertTrue(clocks.calendar().orElseThrow().lastDay().date().isAfter(Case.TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "0,   600, 600, 0,   false",
        "299, 600, 301, 50,  false",
        "310, 600, 290, 52,  true",
        "600, 600, 0,   100, true",
        "650, 600, 0,   100, true"})
    void lessonHoursThatGoFasterThanTheTermAreSaidWhileHalfIsLeft(int used, int budget, int left, int percent, boolean ahead) {
        Clocks.LessonClock lessons = lessons("'uren': " + used + ", 'budget': " + budget).course().clocks().getLessonsOrNull();
        assertEquals(left, lessons.left());
        assertEquals(percent, lessons.percentUsed());
        assertEquals(ahead, lessons.ahead());
        assertEquals("Taalhaven", lessons.source());
    }

    @ParameterizedTest
    @CsvSource({"0, false", "6, false", "150, false", "299, false", "300, true"})
    void aCourseThatBeginsWithTheTermIsNotAtOnceTooFast(int used, boolean ahead) {
        Case early = lessons("'uren': " + used + ", 'budget': 600")
                .with("termijn", "{'startdatum': 'today-1day', 'einddatum': 'today+36months'}");
        assertEquals(ahead, early.course().clocks().getLessonsOrNull().ahead());
    }

    /** The 800 hours of the Z-route are to be followed: whoever bought them all and goes fast is sooner done. */
    @ParameterizedTest
    @CsvSource({"Z, 600, 800, false", "Z, 800, 800, false", "Z, 800, 900, false", "Z, 500, 600, true", "B, 600, 800, true"})
    void hoursThatAreAllThatIsAskedDoNotGoTooFast(String route, int used, int budget, boolean ahead) {
        Case person = Case.withPlan("Gezinsmigrant en overige migrant", route).with("termijn", HALF_WAY)
                .with("uren", "{'soorten': [{'soort': 'Lesuren', 'uren': " + used + ", 'budget': " + budget + "}]}");
        assertEquals(ahead, person.course().clocks().getLessonsOrNull().ahead());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'uren': 300", "'uren': 300, 'budget': 0", "'uren': 300, 'budget': -1", "'budget': 600", "'uren': null, 'budget': null"})
    void withoutABudgetThereIsNoSecondClock(String hours) {
        assertNull(lessons(hours).course().clocks().getLessonsOrNull());
    }

    @Test
    void withoutATermNobodySaysThatTheHoursGoTooFast() {
        Case noTerm = lessons("'uren': 590, 'budget': 600").with("termijn", "null");
        assertFalse(noTerm.course().clocks().getLessonsOrNull().ahead());
    }

    @Test
    void missedLessonsBurnHoursBeforeTheTermEnds() {
        assertTrue(Case.of("b1-arabic-hours").course().clocks().getLessonsOrNull().ahead());
    }

    private static Case lessons(String hours) {
        return Case.empty().with("termijn", HALF_WAY)
                .with("uren", "{'soorten': [{'soort': 'Lesuren', 'bron': 'Taalhaven', " + hours + "}, null]}");
    }
}
