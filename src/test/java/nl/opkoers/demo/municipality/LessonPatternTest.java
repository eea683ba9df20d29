package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Lessons come back on the days and at the times they should, whatever the clock on the wall does. */
class LessonPatternTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);

    @Test
    void threeLessonsAWeekFromTheFirstDayToTheLast() {
        LessonPattern pattern = pattern("Les", List.of(1, 2, 4), 1);

        assertEquals(List.of("x-les-0-2026-09-07", "x-les-0-2026-09-08", "x-les-0-2026-09-10", "x-les-0-2026-09-14"),
                ids(pattern, "2026-08-01", "2026-09-15"));
        assertEquals(List.of("x-les-0-2027-06-28"), ids(pattern, "2027-06-27", "2027-09-01"), "the last day is a Tuesday that is not reached");
    }

    @Test
    void everyOtherWeekMeansNoLessonsInTheWeekBetween() {
        assertEquals(List.of("x-les-0-2026-09-07", "x-les-0-2026-09-21", "x-les-0-2026-10-05"),
                ids(pattern("Les", List.of(1), 2), "2026-09-01", "2026-10-12"));
    }

    @Test
    void aLessonBeginsAtTheSameTimeOnTheWallInSummerAndInWinter() {
        LessonPattern pattern = pattern("Les", List.of(DayOfWeek.FRIDAY.getValue(), DayOfWeek.MONDAY.getValue()), 1);

        assertEquals(List.of("2026-10-23T16:30:00Z", "2026-10-26T17:30:00Z"),
                pattern.between(LocalDate.of(2026, 10, 23), LocalDate.of(2026, 10, 27)).map(item -> item.begin().toString()).toList());
        assertEquals(List.of("2027-03-26T17:30:00Z", "2027-03-29T16:30:00Z"),
                pattern.between(LocalDate.of(2027, 3, 26), LocalDate.of(2027, 3, 30)).map(item -> item.begin().toString()).toList());
    }

    @Test
    void thereAreNoLessonsAtChristmasButTheKitchenIsOpen() {
        assertEquals(List.of("x-les-0-2026-12-14", "x-les-0-2027-01-04"), ids(pattern("Les", List.of(1), 1), "2026-12-14", "2027-01-05"));
        assertEquals(4, ids(pattern("Participatie", List.of(1), 1), "2026-12-14", "2027-01-05").size());
    }

    @Test
    void theHolidayIsTheTwoWeeksAroundChristmasAndNewYear() {
        assertEquals(List.of(new SchoolHolidays.Holiday("Kerstvakantie", LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 3))),
                SchoolHolidays.between(LocalDate.of(2027, 1, 3), LocalDate.of(2027, 12, 25)));
        assertEquals(2, SchoolHolidays.between(LocalDate.of(2027, 1, 3), LocalDate.of(2027, 12, 26)).size());
        assertEquals(List.of(), SchoolHolidays.between(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 12, 25)));
        assertTrue(SchoolHolidays.covers(LocalDate.of(2028, 1, 9)));
        assertFalse(SchoolHolidays.covers(LocalDate.of(2028, 1, 10)));
    }

    @Test
    void aLessonIsFoundByItsIdOnlyWhereThereIsOne() {
        LessonPattern pattern = pattern("Les", List.of(1), 1);

        assertEquals("2026-11-23T17:30:00Z", pattern.find("x-les-0-2026-11-23").orElseThrow().begin().toString());
        for (String none : List.of("x-les-0-2026-11-24", "x-les-0-2026-12-21", "x-les-0-2020-01-06", "x-les-0-", "x-les-0-2026-02-30", "y")) {
            assertTrue(pattern.find(none).isEmpty(), none);
        }
    }

    private static List<String> ids(LessonPattern pattern, String from, String until) {
        return pattern.between(LocalDate.parse(from), LocalDate.parse(until)).map(AgendaItem::id).toList();
    }

    private static LessonPattern pattern(String kind, List<Integer> days, int everyWeeks) {
        return new LessonPattern("x-les-0", days, LocalTime.of(18, 30), LocalTime.of(21, 30), FIRST, LocalDate.of(2027, 6, 28),
                everyWeeks, Json.object().put("soort", kind));
    }
}
