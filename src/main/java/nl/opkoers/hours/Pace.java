package nl.opkoers.hours;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long it takes at the pace of the last weeks: an estimate, and always said to be one.
 *
 * @param months 1 or more
 */
public record Pace(int months) {

    /** Over how many weeks it is worked out. */
    static final int WEEKS = 12;
    private static final int LEAST_WEEKS = 4;
    /** Beyond this it says nothing about anybody. */
    private static final int MOST_MONTHS = 60;
    private static final double WEEKS_IN_MONTH = 365.25 / 12 / 7;

    /**
     * What was logged lately.
     *
     * @param minutes accepted or waiting, of the last twelve weeks
     * @param first   the first day on which there is something; {@code null} when there is nothing
     */
    record Lately(long minutes, LocalDate first) {
    }

    /** The pace; empty when there is nothing to go, or too little to say. */
    static Optional<Pace> of(Lately lately, Long toGo, LocalDate today) {
        if (toGo == null || toGo <= 0 || lately.first() == null || lately.minutes() <= 0) {
            return Optional.empty();
        }
        long weeks = Math.min(WEEKS, ChronoUnit.WEEKS.between(lately.first(), today));
        if (weeks < LEAST_WEEKS) {
            return Optional.empty();
        }
        double months = toGo / ((double) lately.minutes() / weeks) / WEEKS_IN_MONTH;
        return months > MOST_MONTHS ? Optional.empty() : Optional.of(new Pace((int) Math.max(1, Math.round(months))));
    }
}
