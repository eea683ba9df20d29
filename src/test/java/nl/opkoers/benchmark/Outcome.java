package nl.opkoers.benchmark;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What came of asking: how often, how long it took, and what was wrong. */
final class Outcome {

    private static final long LONGEST_NANOSECONDS = Duration.ofMinutes(2).toNanos();
    private static final int DIGITS = 3;
    private static final double MILLISECOND = 1e6;

    private final Histogram all = new Histogram(LONGEST_NANOSECONDS, DIGITS);
    private final Map<String, Histogram> each = new TreeMap<>();
    private final Map<String, Integer> wrong = new TreeMap<>();
    private Duration lasted = Duration.ZERO;

    /** @param mistake {@code null} when the answer was right */
    void add(String what, long nanoseconds, String mistake) {
        long time = Math.min(nanoseconds, LONGEST_NANOSECONDS);
        all.recordValue(time);
        each.computeIfAbsent(what, first -> new Histogram(LONGEST_NANOSECONDS, DIGITS)).recordValue(time);
        if (mistake != null) {
            wrong.merge(mistake, 1, Integer::sum);
        }
    }

    Outcome lasted(Duration time) {
        lasted = time;
        return this;
    }

    /** With what came of asking once more. */
    Outcome plus(Outcome more) {
        all.add(more.all);
        more.each.forEach((what, times) -> each.merge(what, times, (one, other) -> {
            one.add(other);
            return one;
        }));
        more.wrong.forEach((what, count) -> wrong.merge(what, count, Integer::sum));
        lasted = lasted.plus(more.lasted);
        return this;
    }

    double perSecond() {
        return all.getTotalCount() * 1e9 / lasted.toNanos();
    }

    long count() {
        return all.getTotalCount();
    }

    double percentile(double share) {
        return all.getValueAtPercentile(share) / MILLISECOND;
    }

    Map<String, Integer> wrong() {
        return wrong;
    }

    /** The times of each kind of page, a line each. */
    String byPage() {
        StringBuilder lines = new StringBuilder();
        each.forEach((what, times) -> lines.append(String.format(Locale.ROOT, "      %-22s %7d   %s%n", what, times.getTotalCount(), times(times))));
        return lines.toString();
    }

    private static String times(Histogram times) {
        return String.format(Locale.ROOT, "p50 %6.1f   p95 %6.1f   p99 %6.1f ms", times.getValueAtPercentile(50) / MILLISECOND,
                times.getValueAtPercentile(95) / MILLISECOND, times.getValueAtPercentile(99) / MILLISECOND);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%7.0f/s   %s   wrong %s", perSecond(), times(all), wrong.isEmpty() ? "0" : wrong);
    }
}
