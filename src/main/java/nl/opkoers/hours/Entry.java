package nl.opkoers.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.UUID;

/**
 * An entry in somebody's hours: all that happened to it, and how it stands because of that. States change here and nowhere
 * else.
 *
 * @param written what holds now; {@code null} only before anything was written
 * @param version how many acts took effect; a judgement tells which one it is about
 * @param acts    those that took effect, the first one first
 */
public record Entry(UUID id, Written written, State state, int version, List<Act> acts) {

    /** For how long a judgement can be taken back. */
    public static final Duration UNDO_WITHIN = Duration.ofDays(1);

    /** An entry in which nothing was written yet. */
    public static Entry blank(UUID id) {
        return new Entry(id, null, State.CONCEPT, 0, List.of());
    }

    /** What these acts make of an entry. */
    public static Entry of(UUID id, List<Act> acts) {
        Entry entry = blank(id);
        for (Act act : acts) {
            entry = entry.after(act);
        }
        return entry;
    }

    /**
     * What an act makes of it. An act that was there already, or that does not fit how it stands, changes nothing: the same
     * entry is returned.
     */
    public Entry after(Act act) {
        return has(act.id()) || !fits(act) ? this : taking(act);
    }

    /** Whether this act took effect. */
    public boolean has(UUID act) {
        return acts.stream().anyMatch(done -> done.id().equals(act));
    }

    private boolean fits(Act act) {
        if (act instanceof Act.Saved) {
            return state == State.CONCEPT;
        }
        if (act instanceof Act.Sent sent) {
            return state != State.WITHDRAWN && (isNew() || !sent.id().equals(id));
        }
        if (act instanceof Act.Judgement judgement) {
            return state == State.WAITING && judgement.seen() == version;
        }
        if (act instanceof Act.Undone undone) {
            return isJudgedBy(undone.judgement()) && !undone.at().isAfter(undoUntil());
        }
        if (act instanceof Act.Returned returned) {
            return state == State.ACCEPTED && isJudgedBy(returned.judgement());
        }
        return written != null && state != State.WITHDRAWN;
    }

    private Entry taking(Act act) {
        List<Act> all = Stream.concat(acts.stream(), Stream.of(act)).toList();
        return new Entry(id, written(act), state(act), version + 1, all);
    }

    private Written written(Act act) {
        if (act instanceof Act.Saved saved) {
            return saved.written();
        }
        return act instanceof Act.Sent sent ? sent.written() : written;
    }

    private static State state(Act act) {
        if (act instanceof Act.Saved) {
            return State.CONCEPT;
        }
        if (act instanceof Act.Accepted) {
            return State.ACCEPTED;
        }
        if (act instanceof Act.Refused) {
            return State.REFUSED;
        }
        if (act instanceof Act.Asked) {
            return State.ASKED;
        }
        return act instanceof Act.Withdrawn ? State.WITHDRAWN : State.WAITING;
    }

    /** Whether it was never sent. */
    public boolean isNew() {
        return acts.stream().noneMatch(Act.Sent.class::isInstance);
    }

    /** The judgement that holds; empty when it waits for one. */
    public Optional<Act.Judgement> judgement() {
        return last() instanceof Act.Judgement judgement ? Optional.of(judgement) : Optional.empty();
    }

    /** Until when the judgement that holds can be taken back; {@code null} when there is none. */
    public Instant undoUntil() {
        return judgement().map(judgement -> judgement.at().plus(UNDO_WITHIN)).orElse(null);
    }

    /** What the municipality said when it did not take it, as long as no coach judged it since. */
    public Optional<Act.Returned> returned() {
        return last() instanceof Act.Returned returned ? Optional.of(returned) : Optional.empty();
    }

    /** When it was sent for the first time; {@code null} when it never was. */
    public Instant sentAt() {
        return acts.stream().filter(Act.Sent.class::isInstance).map(Act::at).findFirst().orElse(null);
    }

    /** Whether something happened after it was accepted: before that there is nothing that the municipality could go on counting. */
    boolean isReopened() {
        return acts.stream().dropWhile(act -> !(act instanceof Act.Accepted)).count() > 1;
    }

    /** Whether something else was sent before: the old is in the acts. */
    public boolean isCorrected() {
        return acts.stream().filter(Act.Sent.class::isInstance).count() > 1;
    }

    private Act last() {
        return acts.isEmpty() ? null : acts.get(acts.size() - 1);
    }

    private boolean isJudgedBy(UUID judgement) {
        return judgement().filter(last -> last.id().equals(judgement)).isPresent();
    }
}
