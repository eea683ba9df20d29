package nl.opkoers.contact;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What somebody sent along with a question, for who helps them.
 *
 * @param courses the courses to choose from, in their order; none when those were not sent
 * @param compare where they stand side by side; {@code null} when none were sent
 * @param total   what came out of the calculation when it was kept; {@code null} when none was sent
 * @param hours   the week that is too much; {@code null} when none was sent
 */
record SentAlong(List<Chosen> courses, String compare, Total total, WeekHours hours) {

    private static final String COURSE = "course";
    private static final Pattern TOTAL = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");
    private static final SentAlong NOTHING = new SentAlong(List.of(), null, null, null);

    /**
     * A course.
     *
     * @param name school and course, as they were called when they were sent
     * @param now  what is known of it now; {@code null} when it is not found
     */
    record Chosen(String name, KnownCourses.KnownCourse now) {
    }

    /** From the least to the most, in euros. */
    record Total(BigDecimal from, BigDecimal to) {

        public boolean isExact() {
            return from.compareTo(to) == 0;
        }
    }

    static SentAlong of(HelpRequest.Attachment attachment, KnownCourses known) {
        if (attachment == null) {
            return NOTHING;
        }
        Map<String, String> content = attachment.content();
        List<String> ids = ids(attachment.address());
        List<Chosen> courses = IntStream.range(0, ids.size()).filter(at -> content.containsKey(COURSE + (at + 1)))
                .mapToObj(at -> new Chosen(content.get(COURSE + (at + 1)), known.find(ids.get(at)).orElse(null))).toList();
        return new SentAlong(courses, courses.isEmpty() ? null : attachment.address(),
                total(content.getOrDefault("total", "")), WeekHours.of(attachment));
    }

    /** Whether there is nothing to show. */
    public boolean isNothing() {
        return courses.isEmpty() && total == null && hours == null;
    }

    private static List<String> ids(String address) {
        return Stream.of(address.replaceFirst("^[^?]*\\??", "").split("&")).filter(pair -> pair.startsWith(COURSE + "="))
                .map(pair -> URLDecoder.decode(pair.substring(COURSE.length() + 1), StandardCharsets.UTF_8)).toList();
    }

    private static Total total(String kept) {
        Matcher amounts = TOTAL.matcher(kept);
        return amounts.matches() ? new Total(new BigDecimal(amounts.group(1)), new BigDecimal(amounts.group(2))) : null;
    }
}
