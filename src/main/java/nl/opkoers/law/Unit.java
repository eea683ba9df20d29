package nl.opkoers.law;

import java.time.Period;

/** What the value of a fact counts. */
public enum Unit {
    DAYS, WEEKS, MONTHS, YEARS, HOURS, MINUTES, EURO, EURO_PER_HOUR, PERCENT, QUESTIONS, ATTEMPTS, TALKS,
    /** A calendar date, written as 2022-01-01. */
    DATE,
    /** A word or a list of words that is a code of this portal, not a sentence for people. */
    CODE;

    /**
     * A stretch of calendar time of this many units.
     *
     * @throws IllegalStateException when the unit is no stretch of calendar time
     */
    Period period(int amount) {
        switch (this) {
            case DAYS: return Period.ofDays(amount);
            case WEEKS: return Period.ofWeeks(amount);
            case MONTHS: return Period.ofMonths(amount);
            case YEARS: return Period.ofYears(amount);
            default: throw new IllegalStateException(this + " is no stretch of calendar time");
        }
    }
}
