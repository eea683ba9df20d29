package nl.opkoers.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * That the municipality goes on counting hours of an entry that do not count here: it did not take it that they no longer do. This
 * lasts until it takes that, or something later; until a coach has settled it with the municipality; or until the entry is accepted
 * again, and the municipality is told of that.
 *
 * @param counted what it counts, as it heard it
 * @param kept    what it did not take
 * @param again   whether that was told once more, and is not answered yet
 */
record StillCounted(Telling counted, Telling kept, boolean again) {

    /**
     * Whether it is so of an entry. {@link HourRows#STILL_COUNTED} asks the same of the database.
     *
     * @param tellings all that was told of it, the first one first
     */
    static Optional<StillCounted> of(Entry entry, List<Telling> tellings) {
        Telling counted = null;
        Telling kept = null;
        for (Telling telling : tellings) {
            if (telling.isTaken()) {
                counted = telling;
                kept = null;
            } else if (telling.isKept()) {
                kept = telling;
            }
        }
        return counted == null || kept == null || entry.state() == State.ACCEPTED ? Optional.empty()
                : Optional.of(new StillCounted(counted, kept, tellings.stream().anyMatch(Telling::isUnderWay)));
    }

    /** What a coach says that they saw. */
    public UUID getSeen() {
        return kept.id();
    }

    /** How much it counts. */
    public Duration getTime() {
        return Duration.ofMinutes(counted.hours().minutes());
    }

    /** When it did not take that these hours no longer count. */
    public Instant getSince() {
        return kept.settledAt();
    }

    /** What it calls wrong with that, in its own codes; empty when it does not say. */
    public List<String> getCodes() {
        return kept.codes();
    }

    /** The same once more. */
    Report toTellAgain() {
        return new Report(kept.judgement(), kept.hours(), counted.given());
    }
}
