package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.agenda.WorkPattern;
import nl.opkoers.schools.LessonsAndWork.Count;
import org.junit.jupiter.api.Test;

/** How many lessons one can follow beside one's work: Liam works in shifts, Elif every evening but one. */
class LessonsAndWorkTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void liamWhoWorksOneWeekAndNotTheNextFollowsHalfOfAWeeklyCourse() {
        WorkPattern oneWeekOfTwo = new WorkPattern.EveryOtherWeek(MONDAY, Stream.of(DayOfWeek.values())
                .map(day -> new WorkPattern.WorkDay(day, times(14, 22, false))).toList());

        Count weekly = count(oneWeekOfTwo, Some.course().starts(MONDAY, 0)).orElseThrow();
        assertEquals(new Count(4, 8), weekly);
        assertFalse(weekly.enough());

        Some otherWeeks = Some.course().schedule(LessonCourse.Schedule.EVERY_OTHER_WEEK).starts(MONDAY.plusWeeks(1), 0);
        assertEquals(new Count(4, 4), count(oneWeekOfTwo, otherWeeks).orElseThrow());
        assertTrue(count(oneWeekOfTwo, otherWeeks).orElseThrow().enough());
    }

    @Test
    void oneLessonOfTwelveMayBeMissedAndTwoMayNot() {
        Some course = Some.course().starts(MONDAY, 0).times(Some.time(DayOfWeek.MONDAY, 19, 21),
                Some.time(DayOfWeek.TUESDAY, 19, 21), Some.time(DayOfWeek.THURSDAY, 19, 21));

        Count elevenOfTwelve = count(loose(MONDAY), course).orElseThrow();
        assertEquals(new Count(11, 12), elevenOfTwelve);
        assertTrue(elevenOfTwelve.enough());
        assertFalse(count(loose(MONDAY, MONDAY.plusDays(1)), course).orElseThrow().enough());
    }

    @Test
    void aNightShiftReachesIntoTheMorningAfterIt() {
        WorkPattern nights = new WorkPattern.Weekly(List.of(new WorkPattern.WorkDay(DayOfWeek.MONDAY, times(22, 10, true))));
        Some mornings = Some.course().starts(MONDAY, 0).times(Some.time(DayOfWeek.TUESDAY, 9, 12));

        assertEquals(new Count(0, 4), count(nights, mornings).orElseThrow());
    }

    @Test
    void aLessonThatBeginsWhenWorkEndsCanBeFollowed() {
        WorkPattern untilSeven = new WorkPattern.Weekly(List.of(new WorkPattern.WorkDay(DayOfWeek.TUESDAY, times(9, 19, false))));

        assertEquals(new Count(8, 8), count(untilSeven, Some.course()).orElseThrow());
    }

    @Test
    void whatCannotBeCountedIsNotCounted() {
        assertEquals(Optional.empty(), new LessonsAndWork(List.of(), Some.TODAY).of(Some.course().made()), "no work told");
        assertEquals(Optional.empty(), count(loose(MONDAY), Some.course().timesUnknown()));
        assertEquals(Optional.empty(), count(loose(MONDAY),
                Some.course().schedule(LessonCourse.Schedule.EVERY_OTHER_WEEK).starts(null, 3)), "in which weeks?");
        assertEquals(Optional.empty(), count(loose(MONDAY), Some.course().schedule(LessonCourse.Schedule.UNKNOWN)));
    }

    private static Optional<Count> count(WorkPattern work, Some course) {
        return new LessonsAndWork(List.of(work), Some.TODAY).of(course.made());
    }

    private static WorkPattern loose(LocalDate... evenings) {
        return new WorkPattern.Loose(Stream.of(evenings).map(day -> new WorkPattern.WorkDate(day, times(18, 23, false))).toList());
    }

    private static WorkPattern.Times times(int from, int until, boolean nextDay) {
        return new WorkPattern.Times(LocalTime.of(from, 0), LocalTime.of(until, 0), nextDay);
    }
}
