package nl.opkoers.municipality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Says the same thing once in a minute at most, however often it is so: a log that repeats itself is not read. */
final class OncePerMinute {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

    OncePerMinute(Clock clock) {
        this.clock = clock;
    }

    void run(Runnable say) {
        Instant now = clock.instant();
        Instant before = last.get();
        if (before.isBefore(now.minus(MINUTE)) && last.compareAndSet(before, now)) {
            say.run();
        }
    }
}
