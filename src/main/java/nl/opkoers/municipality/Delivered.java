package nl.opkoers.municipality;

/**
 * Fired, in the transaction that notes it, when the municipality has accepted or refused something a person sent: what is
 * known of its subject may be outdated.
 *
 * @param subject the id of what it is about
 */
public record Delivered(String municipality, String participant, Outgoing.Kind kind, String subject) {
}
