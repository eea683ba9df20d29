package nl.opkoers.schools;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.opkoers.agenda.Entry;
import nl.opkoers.agenda.WorkPattern;
import nl.opkoers.language.Dates;

/** How many lessons of a course somebody can follow beside their work, counted on four weeks. */
final class LessonsAndWork {

    private static final int WEEKS = 4;
    private static final int EVERY_OTHER = 2;
    /** Somebody who misses one lesson in ten can follow a course. */
    private static final int TOLERABLE_PART_MISSED = 10;

    private final List<WorkPattern> work;
    private final LocalDate today;
    private final Map<LocalDate, List<Entry.Work>> byDay = new HashMap<>();

    LessonsAndWork(List<WorkPattern> work, LocalDate today) {
        this.work = work;
        this.today = today;
    }

    /**
     * What can be followed.
     *
     * @param fitting how many of the lessons are not during work
     * @param lessons how many lessons there are in four weeks
     */
    record Count(int fitting, int lessons) {

        /** Whether one can follow it: at most one lesson in ten is missed. */
        boolean enough() {
            return (lessons - fitting) * TOLERABLE_PART_MISSED <= lessons;
        }
    }

    /** The count; empty when this person told of no work, or it is not known when the lessons are. */
    Optional<Count> of(LessonCourse course) {
        if (work.isEmpty() || course.times() == null || course.times().isEmpty()
                || !course.times().stream().allMatch(WeekTime::isTimed) || !hasKnownWeeks(course)) {
            return Optional.empty();
        }
        LocalDate from = course.nextStart() != null && course.nextStart().isAfter(today) ? course.nextStart() : today;
        List<LocalDate> days = from.datesUntil(from.plusWeeks(WEEKS)).filter(day -> isInItsWeek(course, day)).toList();
        int lessons = 0;
        int fitting = 0;
        for (WeekTime time : course.times()) {
            for (LocalDate day : days) {
                if (day.getDayOfWeek() == time.day()) {
                    lessons++;
                    fitting += isDuringWork(day, time) ? 0 : 1;
                }
            }
        }
        return lessons == 0 ? Optional.empty() : Optional.of(new Count(fitting, lessons));
    }

    /** Of a course in every other week one has to know in which. */
    private static boolean hasKnownWeeks(LessonCourse course) {
        return course.schedule() == LessonCourse.Schedule.WEEKLY
                || course.schedule() == LessonCourse.Schedule.EVERY_OTHER_WEEK && course.nextStart() != null;
    }

    private static boolean isInItsWeek(LessonCourse course, LocalDate day) {
        return course.schedule() == LessonCourse.Schedule.WEEKLY
                || ChronoUnit.WEEKS.between(Dates.mondayOf(course.nextStart()), Dates.mondayOf(day)) % EVERY_OTHER == 0;
    }

    private boolean isDuringWork(LocalDate day, WeekTime time) {
        Instant begin = day.atTime(time.from()).atZone(Dates.AMSTERDAM).toInstant();
        Instant end = day.atTime(time.until()).atZone(Dates.AMSTERDAM).toInstant();
        return byDay.computeIfAbsent(day, this::workAround).stream()
                .anyMatch(entry -> entry.begin().isBefore(end) && entry.end().isAfter(begin));
    }

    /** The work that begins on a day or, for a night shift, on the day before it. */
    private List<Entry.Work> workAround(LocalDate day) {
        return work.stream().flatMap(pattern -> pattern.between(day.minusDays(1), day.plusDays(1)).stream()).toList();
    }
}
