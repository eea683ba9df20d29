package nl.opkoers.hours;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.page.Typed;

/**
 * What somebody filled in about their hours, by the name of the field, as they did. What cannot be read as a date, a time or a
 * number is as good as nothing, and is told so by the one who looks at it.
 *
 * @param values a field that was not filled in may lack
 */
record EntryTyped(Map<String, String> values) {

    static final String KIND = "kind";
    static final String ACTIVITY = "activity";
    /** The day itself, or {@link #OTHER} for the one in {@link #DATE}: 'today' would be another day tomorrow. */
    static final String WHEN = "when";
    static final String DATE = "date";
    /** A number of minutes; {@link #OTHER} for what is in {@link #HOURS} and {@link #MINUTES}; or {@link #TIMES}. */
    static final String LENGTH = "length";
    static final String HOURS = "hours";
    static final String MINUTES = "minutes";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String DUTCH = "dutch";
    static final String GOAL = "goal";
    static final String PLACE = "place";
    static final String WITH = "with";
    static final String NOTE = "note";

    static final String OTHER = "other";
    static final String TIMES = "times";
    /** The lengths that one tap tells, in minutes. */
    static final List<Integer> LENGTHS = List.of(30, 60, 120, 180, 240, 300, 360, 480);

    private static final int MINUTES_IN_HOUR = 60;
    private static final int MOST_DIGITS = 4;

    EntryTyped {
        values = Map.copyOf(values);
    }

    /** What one would have filled in to write this. */
    static EntryTyped of(Written written, LocalDate today) {
        Map<String, String> values = new HashMap<>();
        values.put(KIND, written.kind().name());
        values.put(ACTIVITY, written.activity().name());
        boolean lately = written.day().equals(today) || written.day().equals(today.minusDays(1));
        values.put(WHEN, lately ? written.day().toString() : OTHER);
        values.put(DATE, lately ? "" : written.day().toString());
        putLength(values, written);
        put(values, DUTCH, Optional.ofNullable(written.dutch()).map(Enum::name).orElse(null));
        put(values, GOAL, written.goal());
        put(values, PLACE, written.place());
        put(values, WITH, written.with());
        put(values, NOTE, written.note());
        return new EntryTyped(values);
    }

    private static void putLength(Map<String, String> values, Written written) {
        LocalTime until = written.from() == null ? null : written.from().plusMinutes(written.minutes());
        if (until != null && minutes(written.from(), until) == written.minutes()) {
            values.putAll(Map.of(LENGTH, TIMES, FROM, written.from().toString(), UNTIL, until.toString()));
        } else if (LENGTHS.contains(written.minutes())) {
            values.put(LENGTH, String.valueOf(written.minutes()));
        } else {
            values.putAll(Map.of(LENGTH, OTHER, HOURS, String.valueOf(written.minutes() / MINUTES_IN_HOUR),
                    MINUTES, String.valueOf(written.minutes() % MINUTES_IN_HOUR)));
        }
    }

    private static void put(Map<String, String> values, String field, String value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    /** The same with another day, and without what was said of that day alone. */
    EntryTyped on(LocalDate day) {
        Map<String, String> same = new HashMap<>(values);
        same.keySet().removeAll(List.of(NOTE, DATE));
        same.put(WHEN, day.toString());
        return new EntryTyped(same);
    }

    /** Only what is likely to be the same next time: which hours, for what, where and with whom. */
    EntryTyped remembered(LocalDate today) {
        Map<String, String> same = new HashMap<>(values);
        same.keySet().retainAll(List.of(KIND, GOAL, PLACE, WITH));
        same.put(WHEN, today.toString());
        return new EntryTyped(same);
    }

    /** As it was filled in; empty when it was not. */
    String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /**
     * What it comes to; perhaps with mistakes.
     *
     * @param kind  the kind when none is told
     * @param photo {@code null} when there is none
     */
    Written written(Kind kind, UUID photo) {
        LocalTime from = value(LENGTH).equals(TIMES) ? time(FROM) : null;
        return new Written(value(KIND).isEmpty() ? kind : constant(KIND, Kind.values()), constant(ACTIVITY, Activity.values()), day(),
                from, minutes(from), constant(DUTCH, SpokeDutch.values()), text(GOAL), text(PLACE), text(WITH), text(NOTE), photo);
    }

    /** The day; {@code null} when there is none that can be read. */
    LocalDate day() {
        String day = value(WHEN).equals(OTHER) || value(WHEN).isEmpty() ? value(DATE) : value(WHEN);
        return Typed.day(day).orElse(null);
    }

    private int minutes(LocalTime from) {
        return switch (value(LENGTH)) {
            case TIMES -> minutes(from, time(UNTIL));
            case OTHER, "" -> number(HOURS) * MINUTES_IN_HOUR + number(MINUTES);
            default -> number(LENGTH);
        };
    }

    /** Until 00:00 is until the end of the day; one who began at 00:00 as well told nothing. */
    private static int minutes(LocalTime from, LocalTime until) {
        if (from == null || until == null || from.equals(until)) {
            return 0;
        }
        int minutes = (int) Duration.between(from, until).toMinutes();
        return until.equals(LocalTime.MIDNIGHT) ? minutes + Written.LONGEST : minutes;
    }

    private LocalTime time(String field) {
        return Typed.time(value(field)).orElse(null);
    }

    private int number(String field) {
        String digits = value(field);
        return digits.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.parseInt(digits) : 0;
    }

    private String text(String field) {
        String text = value(field);
        return text.isEmpty() ? null : text;
    }

    private <E extends Enum<E>> E constant(String field, E[] all) {
        return Typed.one(all, value(field)).orElse(null);
    }
}
