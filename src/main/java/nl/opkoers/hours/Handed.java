package nl.opkoers.hours;

import java.util.Optional;

/**
 * What came of what somebody handed in.
 *
 * @param sense why it is not taken, or what is asked first; clear when it is there
 * @param entry how the entry stands now; empty when it is not taken
 */
public record Handed(Sense sense, Optional<Entry> entry) {

    static Handed taken(Entry entry) {
        return new Handed(Sense.CLEAR, Optional.of(entry));
    }

    static Handed not(Sense sense) {
        return new Handed(sense, Optional.empty());
    }

    /** Whether it is there now. */
    public boolean isTaken() {
        return entry.isPresent();
    }
}
