package nl.opkoers.notice;

import java.net.URI;
import java.util.UUID;

/**
 * What is handed to a provider.
 *
 * @param id      by which the provider can know it
 * @param address where it goes: a mail address, a telephone number, or the address of a browser at its push service
 * @param subject of a mail
 * @param text    the words, with the Dutch beneath
 * @param stop    where to stop with one tap; {@code null} when there is nothing to stop
 */
record Letter(UUID id, String address, String subject, String text, URI stop) {

    /** Says which it is without a word of it, or to whom. */
    @Override
    public String toString() {
        return "Letter " + id;
    }
}
