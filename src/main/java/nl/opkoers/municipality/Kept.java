package nl.opkoers.municipality;

import java.time.Instant;

/**
 * An answer as it was last seen: the body as sent, its tag, and when the municipality last confirmed it.
 *
 * @param changes  how often something had happened that it is about, when it was read
 * @param outdated whether something happened since it was asked for, so that it is asked for again however late it was
 */
public record Kept(String body, String etag, Instant confirmedAt, long changes, boolean outdated) {

    /** An answer that was seen just now, asked for when this much had happened. */
    public static Kept seen(String body, String etag, Instant confirmedAt, long changes) {
        return new Kept(body, etag, confirmedAt, changes, false);
    }
}
