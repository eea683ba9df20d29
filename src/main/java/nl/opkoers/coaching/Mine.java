package nl.opkoers.coaching;

import java.time.Instant;
import java.util.List;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;

/**
 * For whom a coach is there now.
 *
 * @param unknown whether that cannot be said, because the municipality cannot be reached
 * @param staleOf of when it is, when the municipality cannot be reached now
 */
record Mine(List<Caseload.Member> people, boolean unknown, Instant staleOf) {

    static Mine of(Seen<List<Caseload.Member>> seen) {
        return new Mine(seen.known().orElse(List.of()), seen instanceof Seen.Unavailable<?>, seen.staleOf());
    }
}
