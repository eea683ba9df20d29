package nl.opkoers.hours;

import java.util.Optional;

/**
 * What came of an act.
 *
 * @param entry how the entry stands now; empty when there is none
 */
public record Logged(Outcome outcome, Optional<Entry> entry) {

    /** What came of it. */
    public enum Outcome {
        /** It took effect. */
        DONE,
        /** It was there already: it took effect before, and counts once. */
        AGAIN,
        /** It does not fit how the entry stands, which somebody may have changed meanwhile; nothing happened. */
        UNFIT,
        /** There is no such entry of this person, and the act does not begin one. */
        ABSENT,
        /** This person began as many entries today as anybody can; nothing happened. */
        MANYTODAY,
        /** This person has as many entries as anybody can; nothing happened. */
        MANY
    }

    static Logged without(Outcome outcome) {
        return new Logged(outcome, Optional.empty());
    }

    static Logged of(Outcome outcome, Entry entry) {
        return new Logged(outcome, Optional.of(entry));
    }

    /** Whether it is there now, by this act or by the same one before. */
    public boolean isThere() {
        return outcome == Outcome.DONE || outcome == Outcome.AGAIN;
    }
}
