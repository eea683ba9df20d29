package nl.opkoers.file;

import java.nio.ByteBuffer;
import java.util.UUID;

/** What came of a picture or a document that somebody sent. */
public sealed interface Received {

    /**
     * The id of a file that was sent under an id that another one has, the same as often as it is sent: who goes back and chooses
     * another file means that one.
     */
    static UUID besides(UUID taken, byte[] content) {
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(2 * Long.BYTES + content.length).putLong(taken.getMostSignificantBits())
                .putLong(taken.getLeastSignificantBits()).put(content).array());
    }

    /** It is kept, now or already before. */
    record Kept(UUID id) implements Received {
    }

    /** It is not kept. */
    record Refused(Refusal why) implements Received {
    }
}
