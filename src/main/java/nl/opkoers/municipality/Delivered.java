package nl.opkoers.municipality;

import java.util.UUID;

/**
 * Fired, in the transaction that notes it, when the municipality has accepted or refused something it was told: what is known
 * of its subject may be outdated.
 *
 * @param id      that of the message
 * @param subject the id of what it is about
 * @param given   the municipality's own id of what it accepted; {@code null} when it gives none
 * @param refusal why it does not accept it; {@code null} when it does
 */
public record Delivered(String municipality, String participant, UUID id, Outgoing.Kind kind, String subject, String given,
        Refusal refusal) {
}
