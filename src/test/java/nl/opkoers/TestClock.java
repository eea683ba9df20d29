package nl.opkoers;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import nl.opkoers.language.Dates;

/**
 * The portal's clock in every {@code @QuarkusTest}: the machine's, until a test lets time pass. Sign-in itself compares
 * tokens with the time of the machine, so it may be moved on but is not set back.
 *
 * <p>One portal serves all tests: who moves the clock calls {@link #runOn} afterwards.
 */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends Clock {

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    private final ZoneId zone;

    public TestClock() {
        this(Dates.AMSTERDAM);
    }

    private TestClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Lets this much time pass for the portal, at once. */
    public static void advance(Duration time) {
        AHEAD.updateAndGet(ahead -> ahead.plus(time));
    }

    /** Makes the portal's time the machine's again. */
    public static void runOn() {
        AHEAD.set(Duration.ZERO);
    }

    /** What time it is for the portal. */
    public static Instant now() {
        return Instant.now().plus(AHEAD.get());
    }

    /** What day it is for the portal, in Amsterdam. */
    public static LocalDate today() {
        return now().atZone(Dates.AMSTERDAM).toLocalDate();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(other);
    }

    @Override
    public Instant instant() {
        return now();
    }
}
