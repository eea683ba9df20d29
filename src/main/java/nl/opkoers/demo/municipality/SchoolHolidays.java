package nl.opkoers.demo.municipality;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/** When the schools of Waterstad are closed: the two weeks around Christmas and New Year. */
final class SchoolHolidays {

    /**
     * Days without lessons.
     *
     * @param last the last of them
     */
    record Holiday(String name, LocalDate first, LocalDate last) {

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private static final int DAYS = 16;

    private SchoolHolidays() {
    }

    static boolean covers(LocalDate day) {
        return day.getMonth() == Month.DECEMBER && christmas(day.getYear()).covers(day)
                || day.getMonth() == Month.JANUARY && christmas(day.getYear() - 1).covers(day);
    }

    /** The holidays with a day in this period; {@code until} itself is not in it. */
    static List<Holiday> between(LocalDate from, LocalDate until) {
        return IntStream.rangeClosed(from.getYear() - 1, until.getYear())
                .mapToObj(SchoolHolidays::christmas)
                .filter(holiday -> holiday.first().isBefore(until) && !holiday.last().isBefore(from))
                .toList();
    }

    /** From the last Saturday that is not after Christmas Day to the Sunday two weeks later. */
    private static Holiday christmas(int year) {
        LocalDate first = LocalDate.of(year, Month.DECEMBER, 25).with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        return new Holiday("Kerstvakantie", first, first.plusDays(DAYS - 1));
    }
}
