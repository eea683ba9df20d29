package nl.opkoers.contact;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.municipality.Seen;

/**
 * What somebody sent along with a question, for who helps them.
 *
 * @param courses  the courses to choose from, in their order; none when those were not sent
 * @param unlisted whether nothing is known of the courses now, as nobody can be asked: that is not that they are gone
 * @param compare  where they stand side by side; {@code null} when none were sent
 * @param total    what came out of the calculation when it was kept; {@code null} when none was sent
 * @param hours    the week that is too much; {@code null} when none was sent
 */
record SentAlong(List<Chosen> courses, boolean unlisted, String compare, Total total, WeekHours hours) {

    private static final String COURSE = "course";
    private static final Pattern TOTAL = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");
    private static final SentAlong NOTHING = new SentAlong(List.of(), false, null, null, null);

    /**
     * A course.
     *
     * @param name school and course, as they were called when they were sent
     * @param now  what is known of it now; {@code null} when it is not found, or nothing is known
     */
    record Chosen(String name, KnownCourses.KnownCourse now) {
    }

    /**
     * From the least to the most, in euros.
     *
     * @param whole whether all that it costs is in it
     */
    record Total(BigDecimal from, BigDecimal to, boolean whole) {

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
        List<Integer> sent = IntStream.range(0, ids.size()).filter(at -> content.containsKey(name(at))).boxed().toList();
        Seen<List<KnownCourses.KnownCourse>> found = sent.isEmpty() ? new Seen.Absent<>() : known.find(ids);
        Map<String, KnownCourses.KnownCourse> now = found.known().stream().flatMap(List::stream)
                .collect(Collectors.toMap(KnownCourses.KnownCourse::id, Function.identity(), (one, other) -> one));
        List<Chosen> courses = sent.stream().map(at -> new Chosen(content.get(name(at)), now.get(ids.get(at)))).toList();
        return new SentAlong(courses, found instanceof Seen.Unavailable, courses.isEmpty() ? null : attachment.address(),
                total(content), WeekHours.of(attachment));
    }

    /** Under which name a course was kept. */
    private static String name(int at) {
        return COURSE + (at + 1);
    }

    /** Whether there is nothing to show. */
    public boolean isNothing() {
        return courses.isEmpty() && total == null && hours == null;
    }

    private static List<String> ids(String address) {
        return Stream.of(address.replaceFirst("^[^?]*\\??", "").split("&")).filter(pair -> pair.startsWith(COURSE + "="))
                .map(pair -> URLDecoder.decode(pair.substring(COURSE.length() + 1), StandardCharsets.UTF_8)).toList();
    }

    /** Of what was sent before that was told, nobody said that something is missing. */
    private static Total total(Map<String, String> content) {
        Matcher amounts = TOTAL.matcher(content.getOrDefault("total", ""));
        return amounts.matches() ? new Total(new BigDecimal(amounts.group(1)), new BigDecimal(amounts.group(2)),
                !"no".equals(content.get("whole"))) : null;
    }
}
