package nl.opkoers.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody does on the same day of many weeks: so that a coach sees at once what is as it usually is.
 *
 * @param weeks  in how many of the last weeks
 * @param usual  how long it mostly takes
 */
public record Regularity(Activity activity, DayOfWeek weekday, int weeks, Duration usual) {

    /** Over how many weeks one looks back. */
    public static final int WEEKS = 12;
    /** What was so in fewer weeks is no pattern yet. */
    private static final int FEWEST = 3;

    private record Sort(Activity activity, DayOfWeek weekday) {
    }

    /** The patterns in the entries of the last weeks, the most regular first. What was refused or taken back makes none. */
    static List<Regularity> in(Collection<Entry> entries, LocalDate today) {
        Map<Sort, List<Written>> sorts = entries.stream()
                .filter(entry -> entry.state() == State.WAITING || entry.state() == State.ACCEPTED)
                .map(Entry::written).filter(written -> isLately(written.day(), today))
                .collect(Collectors.groupingBy(written -> new Sort(written.activity(), written.day().getDayOfWeek())));
        return sorts.entrySet().stream().map(sort -> of(sort.getKey(), sort.getValue()))
                .filter(regularity -> regularity.weeks() >= FEWEST)
                .sorted(Comparator.comparing(Regularity::weeks).reversed()
                        .thenComparing(Regularity::weekday).thenComparing(Regularity::activity)).toList();
    }

    private static boolean isLately(LocalDate day, LocalDate today) {
        return day.isAfter(today.minusWeeks(WEEKS)) && !day.isAfter(today);
    }

    private static Regularity of(Sort sort, List<Written> times) {
        int weeks = (int) times.stream().map(Written::day).distinct().count();
        return new Regularity(sort.activity(), sort.weekday(), weeks, Duration.ofMinutes(mostOften(times)));
    }

    /** Of lengths that are as frequent the shortest. */
    private static int mostOften(List<Written> times) {
        return times.stream().collect(Collectors.groupingBy(Written::minutes, Collectors.counting())).entrySet().stream()
                .min(Comparator.comparing((Map.Entry<Integer, Long> length) -> -length.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).orElseThrow();
    }

    /** Whether something is as it usually is. */
    boolean has(Written written) {
        return written.activity() == activity && written.day().getDayOfWeek() == weekday && written.minutes() == usual.toMinutes();
    }
}
