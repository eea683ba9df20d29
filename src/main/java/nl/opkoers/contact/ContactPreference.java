package nl.opkoers.contact;

import java.time.Instant;

/**
 * How somebody wants to hear from the municipality. Who never said so has none, which is not the same as wanting little.
 *
 * @param way   {@code null} when any way will do
 * @param since when they said it
 */
public record ContactPreference(Frequency frequency, Way way, Instant since) {

    /** How often. */
    public enum Frequency { AS_OFTEN_AS_POSSIBLE, EVERY_TWO_MONTHS, ONLY_WHEN_I_ASK }

    /** In which way, if that can be chosen. */
    public enum Way { MESSAGE, TELEPHONE, OFFICE, VIDEO }
}
