package nl.opkoers.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.opkoers.agenda.Entry.Sort;

/**
 * How much time a stretch of the agenda takes. Time that passes, not time on the clock: a night of work is an hour shorter when
 * summer time begins.
 *
 * @param bySort the time of each sort that takes any, counted as {@link Sort#countedAs()}, in the order of the sorts
 * @param total  all of it, what overlaps counted once; so never more than the sorts together
 */
public record Load(Map<Sort, Duration> bySort, Duration total) {

    /** The time that these entries take between two moments. What is cancelled takes none. */
    static Load of(Collection<? extends Entry> entries, Instant from, Instant until) {
        List<? extends Entry> taking = entries.stream().filter(Entry::takesTime)
                .filter(entry -> entry.touches(from, until)).sorted(Entry.BY_TIME).toList();
        Map<Sort, Duration> bySort = new EnumMap<>(Sort.class);
        for (Sort sort : Sort.values()) {
            Duration time = together(taking.stream().filter(entry -> entry.sort().countedAs() == sort).toList(), from, until);
            if (!time.isZero()) {
                bySort.put(sort, time);
            }
        }
        return new Load(bySort, together(taking, from, until));
    }

    /** The time of one sort; none when there is nothing of it. */
    public Duration of(Sort sort) {
        return bySort.getOrDefault(sort.countedAs(), Duration.ZERO);
    }

    /** Whether nothing takes time. */
    public boolean isEmpty() {
        return total.isZero();
    }

    /** The time during which at least one of these goes on; they come in the order of their begin. */
    private static Duration together(List<? extends Entry> sorted, Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        Instant counted = from;
        for (Entry entry : sorted) {
            Instant begin = later(entry.begin(), counted);
            Instant end = entry.end().isBefore(until) ? entry.end() : until;
            if (end.isAfter(begin)) {
                sum = sum.plus(Duration.between(begin, end));
                counted = end;
            }
        }
        return sum;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
