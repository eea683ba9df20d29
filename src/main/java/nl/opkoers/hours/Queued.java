package nl.opkoers.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.municipality.contract.Caseload;

/**
 * What of somebody's hours waits for their coach: hours to judge, or what the municipality goes on counting.
 *
 * @param counts kind by kind: kinds are never summed
 * @param still  {@code null} when the municipality counts nothing that does not count here
 */
public record Queued(Caseload.Member member, List<Count> counts, Still still) {

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

    /**
     * What the municipality goes on counting: {@link StillCounted}.
     *
     * @param since when it first did not take that it does not count
     */
    public record Still(int entries, Instant since) {
    }

    /** Since when the first of it waits. */
    public Instant since() {
        return Stream.concat(counts.stream().map(Count::since), Stream.ofNullable(still).map(Still::since))
                .min(Comparator.naturalOrder()).orElseThrow();
    }
}
