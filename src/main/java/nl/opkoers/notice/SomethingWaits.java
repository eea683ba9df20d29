package nl.opkoers.notice;

import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;

/**
 * To be fired, in the transaction that keeps it, when something is there for a person to read in the portal. Whoever asked for
 * notices gets one, for all that waits together; never about what. Fired twice for the same event, it counts once.
 *
 * @param key   for whom it is
 * @param event the id of what happened, the same whenever and wherever it is told
 */
public record SomethingWaits(ParticipantKey key, UUID event) {
}
