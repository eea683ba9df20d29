package nl.opkoers.schools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** What an offer costs in a month, about: no promise, but enough to compare. */
final class MonthlyPrice {

    private static final BigDecimal WEEKS_IN_A_YEAR = BigDecimal.valueOf(52);
    private static final BigDecimal MONTHS_IN_A_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal MINUTES_IN_AN_HOUR = BigDecimal.valueOf(60);

    private MonthlyPrice() {
    }

    /**
     * In euro. Of a course: the price of an hour, for all the lessons of a week. Of a place to practise: the price of once a
     * week. {@code null} when not known.
     */
    static BigDecimal of(Offer offer) {
        if (offer.isFree()) {
            return BigDecimal.ZERO;
        }
        if (offer.price() == null) {
            return null;
        }
        BigDecimal week = offer instanceof LessonCourse course ? hoursAWeek(course) : BigDecimal.ONE;
        return week == null ? null : offer.price().multiply(week).multiply(WEEKS_IN_A_YEAR)
                .divide(MONTHS_IN_A_YEAR, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal hoursAWeek(LessonCourse course) {
        if (course.times() == null || course.times().isEmpty() || !course.times().stream().allMatch(WeekTime::isTimed)) {
            return null;
        }
        long minutes = course.times().stream().mapToLong(time -> Duration.between(time.from(), time.until()).toMinutes()).sum();
        BigDecimal hours = BigDecimal.valueOf(minutes).divide(MINUTES_IN_AN_HOUR, 4, RoundingMode.HALF_UP);
        return switch (course.schedule()) {
            case WEEKLY -> hours;
            case EVERY_OTHER_WEEK -> hours.divide(BigDecimal.valueOf(2));
            case OWN_CHOICE, UNKNOWN -> null;
        };
    }
}
