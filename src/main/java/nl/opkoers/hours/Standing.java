package nl.opkoers.hours;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How somebody stands with one kind of hours.
 *
 * @param sum    what their entries come to
 * @param count  what the municipality counts; {@code null} when it does not
 * @param target how many hours there are to do; {@code null} when there is no target
 * @param pace   {@code null} when nothing can be said of it
 */
public record Standing(Kind kind, Totals.Sum sum, Count count, Integer target, Pace pace) {

    private static final int MINUTES_IN_HOUR = 60;

    /**
     * The municipality's own count.
     *
     * @param knownUntil  up to and including which day it counts; {@code null} when it does not say
     * @param source      who says so
     * @param confirmedAt when it was last heard
     */
    public record Count(int hours, LocalDate knownUntil, String source, Instant confirmedAt) {
    }

    /**
     * The minutes that count: what the municipality counts, and what was accepted here and is not in that yet. What may be in it
     * already is not added, so that nothing is ever counted twice.
     */
    public long getMinutes() {
        return count == null ? sum.accepted() : Math.max(0, (long) count.hours() * MINUTES_IN_HOUR + sum.onTop());
    }

    /** The minutes that are left to do; {@code null} when there is no target. */
    public Long getToGo() {
        return target == null ? null : Math.max(0, (long) target * MINUTES_IN_HOUR - getMinutes());
    }

    /** Whether the target is reached; there may be nothing to do, after a dispensation. */
    public boolean isReached() {
        return target != null && target > 0 && getToGo() == 0;
    }
}
