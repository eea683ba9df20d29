package nl.opkoers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What a test does between two looks at something that takes its time. */
public final class Pause {

    /** Where much else is done meanwhile, things take long. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BETWEEN_LOOKS = 100;

    private Pause() {
    }

    /** Waits until something holds. */
    public static void until(String what, BooleanSupplier holds) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "in vain: " + what);
            ofMillis(BETWEEN_LOOKS);
        }
    }

    public static void ofMillis(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
