package nl.opkoers.file;

import java.util.UUID;

/** What came of a picture or a document that somebody sent. */
public sealed interface Received {

    /** It is kept, now or already before. */
    record Kept(UUID id) implements Received {
    }

    /** It is not kept. */
    record Refused(Refusal why) implements Received {
    }
}
