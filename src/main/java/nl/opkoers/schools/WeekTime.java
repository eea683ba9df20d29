package nl.opkoers.schools;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A fixed time in the week, in the Netherlands.
 *
 * @param from  {@code null} when not known
 * @param until {@code null} when not known; otherwise after {@code from}
 */
public record WeekTime(DayOfWeek day, LocalTime from, LocalTime until) {

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    public boolean isEvening() {
        return from != null && !from.isBefore(EVENING);
    }

    public boolean isWeekend() {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    /** Whether it is known from when until when. */
    public boolean isTimed() {
        return from != null && until != null;
    }
}
