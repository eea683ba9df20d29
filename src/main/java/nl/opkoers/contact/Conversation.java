package nl.opkoers.contact;

import nl.opkoers.identity.ParticipantKey;

/**
 * A conversation between a person and who helps them, about one subject; its turns are read apart.
 *
 * @param key whose it is
 */
public record Conversation(ParticipantKey key, Opening opening, Standing standing) {
}
