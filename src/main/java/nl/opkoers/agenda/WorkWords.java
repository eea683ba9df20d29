package nl.opkoers.agenda;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.agenda.WorkPattern.EveryOtherWeek;
import nl.opkoers.agenda.WorkPattern.Loose;
import nl.opkoers.agenda.WorkPattern.Shifts;
import nl.opkoers.agenda.WorkPattern.Times;
import nl.opkoers.agenda.WorkPattern.WorkDate;
import nl.opkoers.agenda.WorkPattern.WorkDay;
import nl.opkoers.agenda.WorkPattern.Weekly;
import nl.opkoers.language.Dates;

/**
 * Says in words when somebody works.
 *
 * @param texts those of the language
 * @param dates those of the same language
 */
record WorkWords(WorkMessages texts, Dates dates, LocalDate today) {

    private static final int EVERY_OTHER = 2;

    /**
     * One line about a pattern.
     *
     * @param dutch the day in it in Dutch, where a reader needs it to compare with a letter; otherwise {@code null}
     */
    record Line(String words, String dutch) {

        static Line of(String words) {
            return new Line(words, null);
        }
    }

    List<Line> lines(WorkPattern pattern) {
        if (pattern instanceof Weekly weekly) {
            return byTimes(weekly.days()).map(same -> Line.of(texts.every_week(names(same.getValue()), times(same.getKey()))))
                    .toList();
        }
        if (pattern instanceof EveryOtherWeek other) {
            Stream<Line> days = byTimes(other.days())
                    .map(same -> Line.of(texts.every_other_week(names(same.getValue()), times(same.getKey()))));
            LocalDate monday = nextWorkingWeek(other);
            return Stream.concat(days, Stream.of(dated(texts.working_week(dates.day(monday)), monday))).toList();
        }
        return pattern instanceof Shifts shifts ? shifts(shifts) : loose((Loose) pattern);
    }

    private List<Line> shifts(Shifts shifts) {
        return List.of(Line.of(texts.shifts(texts.days_on(shifts.daysOn()), texts.days_off(shifts.daysOff()))),
                Line.of(times(shifts.times())),
                dated(texts.counted_from(dates.day(shifts.firstDay())), shifts.firstDay()));
    }

    private List<Line> loose(Loose loose) {
        List<Line> lines = new ArrayList<>(loose.dates().stream().sorted(Comparator.comparing(WorkDate::date))
                .map(date -> dated(texts.on_date(dates.day(date.date()), times(date.times())), date.date())).toList());
        if (loose.dates().stream().allMatch(date -> date.times().endOn(date.date()).toLocalDate().isBefore(today))) {
            lines.add(Line.of(texts.past()));
        }
        return lines;
    }

    /** The week of work that is going on or comes next. */
    private LocalDate nextWorkingWeek(EveryOtherWeek other) {
        LocalDate monday = Dates.mondayOf(today);
        return ChronoUnit.WEEKS.between(other.workingWeek(), monday) % EVERY_OTHER == 0 ? monday : monday.plusWeeks(1);
    }

    private Line dated(String words, LocalDate date) {
        return new Line(words, dates.dutchBelow(date).orElse(null));
    }

    /** The days that have the same times, in the order in which they come. */
    private static Stream<Map.Entry<Times, List<DayOfWeek>>> byTimes(List<WorkDay> days) {
        Map<Times, List<DayOfWeek>> same = new LinkedHashMap<>();
        days.forEach(day -> same.computeIfAbsent(day.times(), times -> new ArrayList<>()).add(day.day()));
        return same.entrySet().stream();
    }

    private String names(List<DayOfWeek> days) {
        String words = dates.weekday(days.get(days.size() - 1));
        for (int day = days.size() - 2; day >= 0; day--) {
            String name = dates.weekday(days.get(day));
            words = day == days.size() - 2 ? texts.days_two(name, words) : texts.days_more(name, words);
        }
        return words;
    }

    private String times(Times times) {
        String range = dates.timeRange(times.begin(), times.end());
        return times.nextDay() ? texts.until_next_day(range) : range;
    }
}
