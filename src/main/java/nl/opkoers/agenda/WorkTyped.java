package nl.opkoers.agenda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.opkoers.agenda.WorkPattern.EveryOtherWeek;
import nl.opkoers.agenda.WorkPattern.Loose;
import nl.opkoers.agenda.WorkPattern.Shifts;
import nl.opkoers.agenda.WorkPattern.Times;
import nl.opkoers.agenda.WorkPattern.WorkDate;
import nl.opkoers.agenda.WorkPattern.WorkDay;
import nl.opkoers.agenda.WorkPattern.Weekly;
import nl.opkoers.page.Typed;

/**
 * What somebody typed about their work, by the name of the field, as they typed it. What cannot be read as a date, a time or
 * a number is as good as nothing, and is told so by the one who checks it.
 *
 * @param values a field that was not filled in may lack
 */
record WorkTyped(Map<String, String> values) {

    /** A day by which the pattern is counted. */
    static final String DAY = "day";
    static final String DAYS_ON = "on";
    static final String DAYS_OFF = "off";
    /** These four stand in each row, followed by its number. */
    static final String DATE = "date";
    static final String FROM = "from";
    static final String TO = "to";
    static final String NEXT_DAY = "next";

    private static final Pattern ROW_FIELD = Pattern.compile("(?:" + DATE + "|" + FROM + "|" + TO + ")\\d+");
    private static final String YES = "yes";

    WorkTyped {
        values = Map.copyOf(values);
    }

    /** What one would have typed to make this pattern. */
    static WorkTyped of(WorkPattern pattern) {
        Map<String, String> values = new HashMap<>();
        if (pattern instanceof Weekly weekly) {
            putDays(values, weekly.days());
        } else if (pattern instanceof EveryOtherWeek other) {
            values.put(DAY, other.workingWeek().toString());
            putDays(values, other.days());
        } else if (pattern instanceof Shifts shifts) {
            values.put(DAY, shifts.firstDay().toString());
            values.put(DAYS_ON, shifts.daysOn().toString());
            values.put(DAYS_OFF, shifts.daysOff().toString());
            putTimes(values, 0, shifts.times());
        } else if (pattern instanceof Loose loose) {
            putDates(values, loose.dates());
        }
        return new WorkTyped(values);
    }

    private static void putDays(Map<String, String> values, List<WorkDay> days) {
        days.forEach(day -> putTimes(values, day.day().ordinal(), day.times()));
    }

    private static void putDates(Map<String, String> values, List<WorkDate> dates) {
        for (int row = 0; row < dates.size(); row++) {
            values.put(DATE + row, dates.get(row).date().toString());
            putTimes(values, row, dates.get(row).times());
        }
    }

    private static void putTimes(Map<String, String> values, int row, Times times) {
        values.put(FROM + row, times.begin().toString());
        values.put(TO + row, times.end().toString());
        if (times.nextDay()) {
            values.put(NEXT_DAY + row, YES);
        }
    }

    /** As it was typed; empty when it was not. */
    String value(String field) {
        return values.getOrDefault(field, "");
    }

    boolean has(String field) {
        return !value(field).isBlank();
    }

    /** Whether anything was typed in a row; that it ends the next day says nothing by itself. */
    boolean hasRow(int row) {
        return has(DATE + row) || has(FROM + row) || has(TO + row);
    }

    /** Whether a row was filled in beyond those that there are. */
    boolean hasRowsBeyond(int rows) {
        return values.keySet().stream().filter(this::has).filter(ROW_FIELD.asMatchPredicate())
                .map(field -> field.replaceAll("\\D", ""))
                .anyMatch(row -> IntStream.range(0, rows).mapToObj(String::valueOf).noneMatch(row::equals));
    }

    /** The date in a field; {@code null} when there is none that can be read. */
    LocalDate date(String field) {
        return Typed.day(value(field)).orElse(null);
    }

    /** The number in a field; {@code null} when there is none that can be read. */
    Integer number(String field) {
        try {
            return Integer.valueOf(value(field).strip());
        } catch (NumberFormatException garbled) {
            return null;
        }
    }

    /** The times in a row; each {@code null} when it cannot be read. */
    Times times(int row) {
        return new Times(time(FROM + row), time(TO + row), has(NEXT_DAY + row));
    }

    private LocalTime time(String field) {
        return Typed.time(value(field)).orElse(null);
    }
}
