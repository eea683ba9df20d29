package nl.opkoers.hours;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.opkoers.municipality.Refusal;
import nl.opkoers.municipality.ReportedHours;

/**
 * What the municipality was told of an entry.
 *
 * @param id        that of the message
 * @param judgement the acceptance that it is about
 * @param taken     whether the municipality took it; {@code null} as long as it is not settled
 * @param given     the municipality's own id of the entry; {@code null} as long as it has none
 * @param settledAt when that was settled; {@code null} as long as it is not
 * @param refusal   why the municipality did not take it; {@code null} when it did, or that is not known any more
 * @param settledBy the name of the coach who settled it with the municipality; {@code null} when a message told it
 */
record Telling(UUID id, UUID judgement, ReportedHours hours, Boolean taken, String given, Instant settledAt, Refusal refusal,
        String settledBy) {

    boolean isUnderWay() {
        return taken == null;
    }

    boolean isTaken() {
        return Boolean.TRUE.equals(taken);
    }

    boolean isRefused() {
        return Boolean.FALSE.equals(taken);
    }

    /** Whether the municipality did not take it that hours no longer count. */
    boolean isKept() {
        return isRefused() && hours.withdrawn();
    }

    /** What the municipality calls wrong with it. */
    List<String> codes() {
        return refusal == null ? List.of() : refusal.codes();
    }
}
