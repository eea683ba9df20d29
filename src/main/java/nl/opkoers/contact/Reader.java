package nl.opkoers.contact;

import java.time.Instant;

/**
 * Who has seen a conversation, and up to where.
 *
 * @param id       the participant's or an employee's
 * @param name     an employee's; {@code null} for the participant
 * @param position of the last turn that they saw
 */
public record Reader(String id, String name, int position, Instant at) {
}
