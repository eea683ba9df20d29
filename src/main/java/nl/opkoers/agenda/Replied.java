package nl.opkoers.agenda;

import java.time.Instant;

/**
 * What somebody last let know about one thing in their agenda, for who guides them: never why, nor in their own words.
 *
 * @param card that thing; {@code null} when it is in no agenda that is known here
 */
public record Replied(Card card, Told told) {

    /** When they let it know: as they sent it from here, or else as the municipality heard it; {@code null} when that is not known. */
    public Instant getAt() {
        return told.sent() == null ? told.at() : told.sent();
    }

    /** When it got as far as it is; {@code null} when that is not known, or was just when they let it know. */
    public Instant getSince() {
        return told.at() == null || told.at().equals(getAt()) ? null : told.at();
    }
}
