package nl.opkoers.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An entry as a coach has it before them.
 *
 * @param goal    for which goal of the plan, as the plan words it; {@code null} when none was told
 * @param usual   whether it is as this person usually does it
 * @param remarks what one may want to look at; they decide nothing
 * @param told    what the municipality was told of it, the first thing first; nothing where that is not shown
 * @param now     what time it is
 */
public record Judged(Entry entry, String goal, boolean usual, List<Question> remarks, List<Telling> told, Instant now) {

    public Judged {
        remarks = List.copyOf(remarks);
        told = List.copyOf(told);
    }

    public Written getWritten() {
        return entry.written();
    }

    public Duration getTime() {
        return Duration.ofMinutes(entry.written().minutes());
    }

    public boolean isWaiting() {
        return entry.state() == State.WAITING;
    }

    /** What a form says of it to accept: which entry, and the version that was seen. */
    public String getSeen() {
        return entry.id() + ":" + entry.version();
    }

    /** All that happened to it since it was sent, the first thing first. */
    public List<Happening> getHistory() {
        return Happening.to(entry, told);
    }

    /** What was decided last; {@code null} when nothing is decided now. */
    public Happening getDecision() {
        return entry.judgement().isPresent() ? last() : null;
    }

    private Happening last() {
        List<Happening> happened = Happening.to(entry);
        return happened.get(happened.size() - 1);
    }

    /** The id of the judgement that can be taken back now; {@code null} when there is none. */
    public String getUndoable() {
        return entry.judgement().filter(judgement -> !now.isAfter(entry.undoUntil()))
                .map(judgement -> judgement.id().toString()).orElse(null);
    }

    /** Why the municipality did not take it, in its own codes; {@code null} when it did not say no. */
    public List<String> getReturned() {
        return entry.returned().isPresent() ? last().codes() : null;
    }

    /** That the municipality goes on counting it; {@code null} when it does not. */
    public StillCounted getStill() {
        return StillCounted.of(entry, told).orElse(null);
    }
}
