package nl.opkoers.language;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time in words, each in the unit in which the law or the lesson counts. Needs the running application. */
public final class Durations {
    private static final int DAYS_OF_WEEK = 7;

    private final Messages messages;

    Durations(Messages messages) {
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

    /** What is left, in at most two units, which is all that one remembers: days are left out where there are years. */
    public String left(Period left) {
        List<String> units = new ArrayList<>();
        if (left.getYears() > 0) {
            units.add(messages.duration_years(left.getYears()));
        }
        if (left.getMonths() > 0) {
            units.add(messages.duration_months(left.getMonths()));
        }
        if (left.getYears() == 0 && (left.getDays() > 0 || units.isEmpty())) {
            units.add(messages.duration_days(left.getDays()));
        }
        return units.size() == 1 ? units.get(0) : messages.duration_join(units.get(0), units.get(1));
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
