package nl.opkoers.language;

import java.time.Duration;
import java.time.Period;

/** Lengths of time in words, each in the unit in which the law or the lesson counts. Needs the running application. */
public final class Durations {
    private static final int DAYS_OF_WEEK = 7;

    private final Messages messages;

    private Durations(Messages messages) {
        this.messages = messages;
    }

    public static Durations of(Language language) {
        return new Durations(Texts.in(language));
    }

    /**
     * A legal period: {@code 3 jaar}, {@code 18 maanden}, {@code 6 weken}, {@code 10 dagen}. Whole years are shown as
     * years, other months as months, whole weeks as weeks.
     *
     * @throws IllegalArgumentException if months and days are mixed, which no period of the law does
     */
    public String period(Period period) {
        int months = Math.toIntExact(period.toTotalMonths());
        int days = period.getDays();
        if (months != 0 && days != 0) {
            throw new IllegalArgumentException("A period of months or of days, not " + period);
        }
        if (months != 0) {
            return months % 12 == 0 ? messages.duration_years(months / 12) : messages.duration_months(months);
        }
        return days != 0 && days % DAYS_OF_WEEK == 0
                ? messages.duration_weeks(days / DAYS_OF_WEEK)
                : messages.duration_days(days);
    }

    /**
     * Hours and minutes: {@code 1 uur en 30 minuten}. Never {@code 1,5 uur}, which is hard to read and to count.
     *
     * @param duration seconds are left out
     */
    public String hours(Duration duration) {
        int hours = Math.toIntExact(duration.toHours());
        int minutes = duration.toMinutesPart();
        if (minutes == 0) {
            return messages.hours_count(hours);
        }
        return hours == 0
                ? messages.minutes_count(minutes)
                : messages.hours_and_minutes(messages.hours_count(hours), messages.minutes_count(minutes));
    }
}
