package nl.opkoers.schools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;

/**
 * A course with its school. What is {@code null}, and every empty set or list but that of the times, is not known.
 *
 * @param routes           the learning routes it fits
 * @param from             the level that it begins at
 * @param to               the level that it leads to
 * @param pricePerHour     in euro; zero when it is free
 * @param priceInAll       in euro, for the whole course
 * @param hours            lesson hours in all
 * @param materialIncluded whether books are in the price
 * @param materialPrice    in euro, what books cost when they are not
 * @param times            when there are lessons; empty where everybody chooses
 * @param onlinePercent    0 to 100
 * @param nextStart        the first lesson of the next group
 * @param waitingWeeks     how many weeks somebody waits now, about
 * @param languages        in which the teacher can explain, as BCP 47 codes
 * @param groupSize        how many people there are at most
 */
public record LessonCourse(String id, String name, School school, Set<LearningRoute> routes, Level from, Level to,
        BigDecimal pricePerHour, BigDecimal priceInAll, Integer hours, Boolean materialIncluded, BigDecimal materialPrice,
        List<WeekTime> times, Schedule schedule, Integer onlinePercent, Boolean childcare, LocalDate nextStart,
        Integer waitingWeeks, Set<ParticipantGroup> groups, List<String> languages, Boolean literacy, Boolean examPractice,
        Boolean womenOnly, Integer groupSize, LocalDate checkedOn) implements Offer {

    /** How often the times hold; {@code UNKNOWN} is not said, or not recognised. */
    public enum Schedule {
        WEEKLY("Wekelijks"), EVERY_OTHER_WEEK("Om de week"), OWN_CHOICE("Zelf te kiezen"), UNKNOWN(null);

        private final String code;

        Schedule(String code) {
            this.code = code;
        }

        static Schedule ofCode(String code) {
            for (Schedule schedule : values()) {
                if (schedule.code != null && schedule.code.equals(code)) {
                    return schedule;
                }
            }
            return UNKNOWN;
        }
    }

    public boolean isEveryOtherWeek() {
        return schedule == Schedule.EVERY_OTHER_WEEK;
    }

    /** When the next group begins; {@code null} when not known. A start that is past says nothing of the next one. */
    LocalDate startFrom(LocalDate today) {
        return nextStart == null || nextStart.isBefore(today) ? null : nextStart;
    }

    @Override
    public String postcode() {
        return school.postcode();
    }

    /** Of an hour, or else of the whole over its hours. Nothing an hour is no price where the whole costs something. */
    @Override
    public BigDecimal price() {
        if (pricePerHour != null && (pricePerHour.signum() > 0 || priceInAll == null)) {
            return pricePerHour;
        }
        return priceInAll == null || priceInAll.signum() == 0 ? priceInAll : ListedPrices.byTheWhole(this).orElse(null);
    }

    @Override
    public String source() {
        return school.source();
    }
}
