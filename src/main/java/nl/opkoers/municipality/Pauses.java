package nl.opkoers.municipality;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time, from a second, and never exactly as long, so that
 * what failed together does not come back together.
 */
public final class Pauses {

    private static final Duration FIRST = Duration.ofSeconds(1);
    /** 2^30 seconds is longer than any pause. */
    private static final int MOST_DOUBLINGS = 30;

    private final Duration longest;
    private final RandomGenerator random;

    public Pauses(Duration longest, RandomGenerator random) {
        this.longest = longest;
        this.random = random;
    }

    /** Between half and the whole of what is due after this many attempts, of which there is at least one. */
    public Duration after(int attempts) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        long whole = (doubled.compareTo(longest) < 0 ? doubled : longest).toMillis();
        return Duration.ofMillis(random.nextLong(whole / 2, whole + 1));
    }
}
