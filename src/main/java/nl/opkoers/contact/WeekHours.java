package nl.opkoers.contact;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much time a week takes that is too much for somebody, as it was when they said so: hours and nothing else of it.
 *
 * @param monday its first day
 * @param bySort the time of each sort that takes any, in the order of the sorts
 * @param total  all of it, what overlaps counted once
 */
public record WeekHours(LocalDate monday, Map<Sort, Duration> bySort, Duration total) {

    private static final String WEEK = "week";
    private static final String TOTAL = "total";

    /** What takes time, in the order in which it is told. */
    public enum Sort { LESSON, EXAM, APPOINTMENT, PARTICIPATION, WORK }

    /**
     * What was kept.
     *
     * @param minutes by the name of the sort, and in all
     */
    public static WeekHours of(LocalDate monday, Map<String, String> minutes) {
        Map<Sort, Duration> bySort = new EnumMap<>(Sort.class);
        Stream.of(Sort.values()).filter(sort -> minutes.containsKey(sort.name()))
                .forEach(sort -> bySort.put(sort, minutes(minutes.get(sort.name()))));
        return new WeekHours(monday, bySort, minutes(minutes.get(TOTAL)));
    }

    private static Duration minutes(String number) {
        return Duration.ofMinutes(Long.parseLong(number));
    }

    /** What went along with a question; {@code null} when that is no week. */
    static WeekHours of(HelpRequest.Attachment attachment) {
        return attachment == null || !attachment.content().containsKey(WEEK) ? null
                : of(LocalDate.parse(attachment.content().get(WEEK)), attachment.content());
    }

    /** As it goes along with a question. */
    public HelpRequest.Attachment attachment() {
        Map<String, String> content = new HashMap<>();
        bySort.forEach((sort, time) -> content.put(sort.name(), Long.toString(time.toMinutes())));
        content.put(TOTAL, Long.toString(total.toMinutes()));
        content.put(WEEK, monday.toString());
        return new HelpRequest.Attachment("/agenda?from=" + monday, content);
    }
}
