package nl.opkoers.agenda;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.opkoers.language.Dates;

/**
 * When somebody works, typed once. Kept as JSON, in which {@code kind} tells which pattern it is.
 *
 * <p>A pattern may hold what somebody typed wrongly, so that all their mistakes can be told at once; only one without mistakes
 * may be kept and worked out.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkPattern.Weekly.class, name = "weekly"),
    @JsonSubTypes.Type(value = WorkPattern.EveryOtherWeek.class, name = "every-other-week"),
    @JsonSubTypes.Type(value = WorkPattern.Shifts.class, name = "shifts"),
    @JsonSubTypes.Type(value = WorkPattern.Loose.class, name = "loose")})
public sealed interface WorkPattern
        permits WorkPattern.Weekly, WorkPattern.EveryOtherWeek, WorkPattern.Shifts, WorkPattern.Loose {

    /** The times that hold on a day, none when it is no day of work. */
    Stream<Times> on(LocalDate day);

    /** Everything that is wrong with it, in the order of the form; empty when it can be kept. */
    List<WorkMistake> mistakes(LocalDate today);

    /**
     * The work that begins on these days, in the order of time.
     *
     * @param until the day after the last one
     */
    default List<Entry.Work> between(LocalDate from, LocalDate until) {
        return from.datesUntil(until).flatMap(day -> on(day).map(times -> Entry.Work.on(day, times)))
                .sorted(Entry.BY_TIME).toList();
    }

    /**
     * From one time to another.
     *
     * @param nextDay whether the end is on the day after the begin, as in a night shift: it is said, never assumed
     */
    record Times(LocalTime begin, LocalTime end, boolean nextDay) {

        LocalDateTime endOn(LocalDate day) {
            return (nextDay ? day.plusDays(1) : day).atTime(end);
        }

        /** Whether both times are there and in order, and no longer than a day apart. */
        boolean sound() {
            return begin != null && end != null && (nextDay ? !end.isAfter(begin) : end.isAfter(begin));
        }
    }

    /** The times of one day of the week; a day may come twice, for who works in the morning and in the evening. */
    record WorkDay(DayOfWeek day, Times times) {
    }

    /** The times of one date. */
    record WorkDate(LocalDate date, Times times) {
    }

    /** The same days every week. */
    record Weekly(List<WorkDay> days) implements WorkPattern {

        public Weekly {
            days = copy(days);
        }

        @Override
        public Stream<Times> on(LocalDate day) {
            return timesOn(days, day);
        }

        @Override
        public List<WorkMistake> mistakes(LocalDate today) {
            // Twice, because a night shift on Sunday may run into Monday.
            return new WorkCheck(today).days(days, 2).found();
        }
    }

    /**
     * The same days, one week and not the next.
     *
     * @param workingWeek a day in a week of work, kept as its Monday
     */
    record EveryOtherWeek(LocalDate workingWeek, List<WorkDay> days) implements WorkPattern {

        private static final int EVERY_OTHER = 2;

        public EveryOtherWeek {
            workingWeek = workingWeek == null ? null : Dates.mondayOf(workingWeek);
            days = copy(days);
        }

        @Override
        public Stream<Times> on(LocalDate day) {
            long weeks = ChronoUnit.WEEKS.between(workingWeek, Dates.mondayOf(day));
            return weeks % EVERY_OTHER == 0 ? timesOn(days, day) : Stream.empty();
        }

        @Override
        public List<WorkMistake> mistakes(LocalDate today) {
            return new WorkCheck(today).anchor(workingWeek).days(days, 1).found();
        }
    }

    /**
     * A number of days on and a number of days off, whatever day of the week it is. It reaches back before its first day too.
     *
     * @param firstDay the first of some days on
     */
    record Shifts(LocalDate firstDay, Integer daysOn, Integer daysOff, Times times) implements WorkPattern {

        @Override
        public Stream<Times> on(LocalDate day) {
            long place = Math.floorMod(ChronoUnit.DAYS.between(firstDay, day), (long) daysOn + daysOff);
            return place < daysOn ? Stream.of(times) : Stream.empty();
        }

        @Override
        public List<WorkMistake> mistakes(LocalDate today) {
            return new WorkCheck(today).anchor(firstDay).run(daysOn, WorkMistake.What.DAYS_ON)
                    .run(daysOff, WorkMistake.What.DAYS_OFF).times(times, null).found();
        }
    }

    /** Dates without a pattern. */
    record Loose(List<WorkDate> dates) implements WorkPattern {

        public Loose {
            dates = copy(dates);
        }

        @Override
        public Stream<Times> on(LocalDate day) {
            return dates.stream().filter(date -> date.date().equals(day)).map(WorkDate::times);
        }

        @Override
        public List<WorkMistake> mistakes(LocalDate today) {
            return new WorkCheck(today).dates(dates).found();
        }
    }

    private static Stream<Times> timesOn(List<WorkDay> days, LocalDate date) {
        return days.stream().filter(day -> day.day() == date.getDayOfWeek()).map(WorkDay::times);
    }

    private static <T> List<T> copy(List<T> rows) {
        return rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
    }
}
