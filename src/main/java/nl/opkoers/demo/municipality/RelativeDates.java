package nl.opkoers.demo.municipality;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Makes a dossier true on any day: dates in it are written from the day of seeding.
 *
 * <p>{@code today-29months+3years} is a date, worked out from left to right; {@code workday} moves it from a weekend to
 * the next Monday; {@code at 13:30} makes it an instant, the time being that of Amsterdam. All other text stays as it is.
 */
final class RelativeDates {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final Pattern EXPRESSION =
            Pattern.compile("today(?<steps>(?:[+-]\\d+[a-z]+)*)(?<workday> workday)?(?: at (?<time>\\d\\d:\\d\\d))?");
    private static final Pattern STEP = Pattern.compile("([+-]\\d+)(day|week|month|year)s?");

    private final LocalDate today;

    RelativeDates(Clock clock) {
        this.today = LocalDate.now(clock.withZone(ZONE));
    }

    LocalDate today() {
        return today;
    }

    /** The same JSON with every expression worked out, at any depth; objects and arrays are changed in place. */
    JsonNode resolve(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(resolve(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolve(array.get(i)));
            }
        } else if (node.isTextual() && node.textValue().startsWith("today")) {
            return TextNode.valueOf(resolve(node.textValue()));
        }
        return node;
    }

    /**
     * @throws IllegalArgumentException when a text begins as an expression but is none
     */
    String resolve(String expression) {
        Matcher matcher = EXPRESSION.matcher(expression);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a relative date: " + expression);
        }
        LocalDate date = walk(matcher.group("steps"));
        if (matcher.group("workday") != null) {
            date = workdayFrom(date);
        }
        String time = matcher.group("time");
        return time == null ? date.toString() : instant(date, time);
    }

    /** This date, or the Monday after it when it falls in a weekend. */
    static LocalDate workdayFrom(LocalDate date) {
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return date.plusDays(2);
        }
        return date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.plusDays(1) : date;
    }

    /** A time in Amsterdam as the UTC instant that travels over the wire. */
    static String instant(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant().toString();
    }

    private LocalDate walk(String steps) {
        LocalDate date = today;
        Matcher step = STEP.matcher(steps);
        int read = 0;
        while (step.find()) {
            date = date.plus(Long.parseLong(step.group(1)), unit(step.group(2)));
            read += step.group().length();
        }
        if (read != steps.length()) {
            throw new IllegalArgumentException("Not a relative date: today" + steps);
        }
        return date;
    }

    private static ChronoUnit unit(String word) {
        return ChronoUnit.valueOf(word.toUpperCase(Locale.ROOT) + "S");
    }
}
