package nl.opkoers.hours;

import java.util.UUID;
import nl.opkoers.municipality.ReportedHours;

/**
 * What the municipality was told of an entry.
 *
 * @param id        that of the message
 * @param judgement the acceptance that it is about
 * @param taken     whether the municipality took it; {@code null} as long as it is not settled
 * @param given     the municipality's own id of the entry; {@code null} as long as it has none
 */
record Telling(UUID id, UUID judgement, ReportedHours hours, Boolean taken, String given) {

    boolean isUnderWay() {
        return taken == null;
    }

    boolean isTaken() {
        return Boolean.TRUE.equals(taken);
    }

    boolean isRefused() {
        return Boolean.FALSE.equals(taken);
    }
}
