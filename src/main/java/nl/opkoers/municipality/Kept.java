package nl.opkoers.municipality;

import java.time.Instant;

/** An answer as it was last seen: the body as sent, its tag, and when the municipality last confirmed it. */
public record Kept(String body, String etag, Instant confirmedAt) {
}
