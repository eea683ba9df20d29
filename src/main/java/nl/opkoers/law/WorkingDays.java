package nl.opkoers.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counting in working days: not on Saturdays and Sundays, nor on what the general act on time limits (Algemene
 * termijnenwet, article 3, BWBR0002448) calls generally recognised holidays, or puts beside them: Good Friday.
 */
public final class WorkingDays {

    /** More working days than a year has: nobody can mean that as a promise. */
    private static final int MOST = 250;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1), MonthDay.of(5, 5), MonthDay.of(12, 25), MonthDay.of(12, 26));
    private static final MonthDay KINGS_BIRTHDAY = MonthDay.of(4, 27);
    /** Good Friday, Easter Monday, Ascension Day and Whit Monday, counted in days from Easter. */
    private static final Set<Integer> AROUND_EASTER = Set.of(-2, 1, 39, 50);

    private WorkingDays() {
    }

    /**
     * The day before which something happens that is to happen within some working days: the day after the last of them.
     *
     * @param asked  the day that is not counted yet
     * @param within how many; {@code null} when nothing was promised
     * @return {@code null} when nothing was promised, or nothing that anybody could mean
     */
    public static LocalDate before(LocalDate asked, Integer within) {
        if (within == null || within < 0 || within > MOST) {
            return null;
        }
        return Stream.iterate(asked.plusDays(1), day -> day.plusDays(1)).filter(WorkingDays::isOne)
                .skip(Math.max(0, within - 1)).findFirst().orElseThrow().plusDays(1);
    }

    /** How many working days have begun after a day, this one included if it is one; none when the day is yet to come. */
    public static int since(LocalDate day, LocalDate today) {
        return day.isBefore(today) ? (int) day.plusDays(1).datesUntil(today.plusDays(1)).filter(WorkingDays::isOne).count() : 0;
    }

    /** Whether offices are open on this day. */
    public static boolean isOne(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !isHoliday(day);
    }

    private static boolean isHoliday(LocalDate day) {
        return FIXED.contains(MonthDay.from(day)) || day.equals(kingsDay(day.getYear()))
                || AROUND_EASTER.contains((int) (day.toEpochDay() - easter(day.getYear()).toEpochDay()));
    }

    /** Kept a day earlier when it would be a Sunday. */
    private static LocalDate kingsDay(int year) {
        LocalDate birthday = KINGS_BIRTHDAY.atYear(year);
        return birthday.getDayOfWeek() == DayOfWeek.SUNDAY ? birthday.minusDays(1) : birthday;
    }

    /** Easter Sunday of the Gregorian calendar: the computus of Oudin (1940). */
    private static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int shift = (century - 17) / 25;
        int moon = (century - century / 4 - (century - shift) / 3 + 19 * golden + 15) % 30;
        int full = moon - moon / 28 * (1 - moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
        int offset = full - weekday;
        int month = 3 + (offset + 40) / 44;
        return LocalDate.of(year, month, offset + 28 - 31 * (month / 4));
    }
}
