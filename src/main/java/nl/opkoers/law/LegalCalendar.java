package nl.opkoers.law;

import java.time.LocalDate;
import java.time.Period;

/** Counting on the calendar as a legal term is counted. */
final class LegalCalendar {

    private LegalCalendar() { }

    /**
     * The first day on which a full period has passed since this day began.
     *
     * <p>{@link LocalDate#plus} falls back to the end of a shorter month: three years from 29 February 2028 would be over on
     * 28 February 2031, a day before they have been lived through. Then the first day of the next month is meant.
     */
    static LocalDate after(LocalDate start, Period period) {
        LocalDate same = start.plus(period);
        boolean fellBack = period.getDays() == 0 && same.getDayOfMonth() < start.getDayOfMonth();
        return fellBack ? same.plusDays(1) : same;
    }
}
