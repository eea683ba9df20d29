package nl.opkoers.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.opkoers.language.Dates;

/**
 * An entry as a coach has it before them.
 *
 * @param goal    for which goal of the plan, as the plan words it; {@code null} when none was told
 * @param usual   whether it is as this person usually does it
 * @param remarks what one may want to look at; they decide nothing
 * @param now     what time it is
 */
public record Judged(Entry entry, String goal, boolean usual, List<Question> remarks, Instant now) {

    public Judged {
        remarks = List.copyOf(remarks);
    }

    public Written getWritten() {
        return entry.written();
    }

    public Duration getTime() {
        return Duration.ofMinutes(entry.written().minutes());
    }

    /** When it began; {@code null} when that was not told. */
    public Instant getBegin() {
        Written written = entry.written();
        return written.from() == null ? null : written.day().atTime(written.from()).atZone(Dates.AMSTERDAM).toInstant();
    }

    /** When it ended; {@code null} when it was not told when it began. */
    public Instant getEnd() {
        return getBegin() == null ? null : getBegin().plus(getTime());
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
        return Happening.to(entry);
    }

    /** What was decided last; {@code null} when nothing is decided now. */
    public Happening getDecision() {
        return entry.judgement().isPresent() ? getHistory().get(getHistory().size() - 1) : null;
    }

    /** The id of the judgement that can be taken back now; {@code null} when there is none. */
    public String getUndoable() {
        return entry.judgement().filter(judgement -> !now.isAfter(entry.undoUntil()))
                .map(judgement -> judgement.id().toString()).orElse(null);
    }

    /** Why the municipality did not take it, in its own codes; {@code null} when it did not say no. */
    public List<String> getReturned() {
        return entry.returned().isPresent() ? getHistory().get(getHistory().size() - 1).codes() : null;
    }
}
