package nl.opkoers.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.opkoers.municipality.contract.Caseload;

/**
 * What of somebody's hours waits for their coach.
 *
 * @param counts kind by kind, at least one: kinds are never summed
 */
public record Queued(Caseload.Member member, List<Count> counts) {

    /** Who waits longest comes first. */
    static final Comparator<Queued> OLDEST_FIRST =
            Comparator.comparing(Queued::since).thenComparing(queued -> queued.member().participant());

    public Queued {
        counts = List.copyOf(counts);
    }

    /**
     * What waits of one kind.
     *
     * @param since when the first of it was sent
     */
    public record Count(Kind kind, int entries, Duration time, Instant since) {
    }

    /** Since when the first of it waits. */
    public Instant since() {
        return counts.stream().map(Count::since).min(Comparator.naturalOrder()).orElseThrow();
    }
}
