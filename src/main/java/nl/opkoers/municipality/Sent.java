package nl.opkoers.municipality;

import java.time.Instant;
import java.util.UUID;

/**
 * Something a person sent, and how far it has come.
 *
 * @param subject the id of what it is about
 * @param version the version of that which the person saw; {@code null} when it has none
 * @param at      when the person sent it
 */
public record Sent(UUID id, Outgoing.Kind kind, String subject, Integer version, Instant at, Delivery delivery) {
}
