package nl.opkoers.file;

import java.util.UUID;

/**
 * A picture as it is kept: made anew, without anything that the file told besides.
 *
 * @param jpeg   its bytes
 * @param width  in pixels
 * @param height in pixels
 */
public record Picture(UUID id, byte[] jpeg, int width, int height) {

    Picture withId(UUID other) {
        return new Picture(other, jpeg, width, height);
    }

    /** Says what it is without a byte of it. */
    @Override
    public String toString() {
        return "Picture " + id + " " + width + "x" + height;
    }
}
