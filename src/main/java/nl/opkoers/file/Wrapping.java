package nl.opkoers.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * What is around the pixels in a file, looked through before anything of it is unpacked: that the file is whole, and that
 * nothing in it swells when it is read.
 */
final class Wrapping {

    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_AROUND = 12;
    /** What the pixels need. Packed texts and profiles, which may swell a thousandfold, and later frames are left out. */
    private static final Set<String> PNG_NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int RIFF_HEADER = 12;
    private static final int RIFF_AROUND = 8;
    private static final int MARK = 0xFF;
    private static final int END_OF_PICTURE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    /** A picture that becomes clear step by step has about ten; each further one costs the time of a whole picture. */
    private static final int MOST_SCANS = 100;

    private Wrapping() {
    }

    /** The same picture, of which only what is needed is left. */
    static byte[] unwrap(PictureFormat format, byte[] bytes) throws Unreadable {
        return switch (format) {
            case PNG -> png(bytes);
            case WEBP -> webp(bytes);
            case JPEG -> jpeg(bytes);
            case HEIC -> bytes;
        };
    }

    /** Chunks of a length, a type and a checksum (PNG, third edition, section 5.3). */
    private static byte[] png(byte[] bytes) throws Unreadable {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(bytes.length);
        bare.write(bytes, 0, PNG_SIGNATURE);
        ByteBuffer chunks = ByteBuffer.wrap(bytes).position(PNG_SIGNATURE);
        while (chunks.remaining() >= PNG_AROUND) {
            int start = chunks.position();
            long whole = PNG_AROUND + Integer.toUnsignedLong(chunks.getInt());
            if (whole > bytes.length - start) {
                throw new Unreadable(Refusal.DAMAGED);
            }
            String type = type(chunks);
            if (PNG_NEEDED.contains(type)) {
                bare.write(bytes, start, (int) whole);
            }
            if (type.equals("IEND")) {
                return bare.toByteArray();
            }
            chunks.position(start + (int) whole);
        }
        throw new Unreadable(Refusal.DAMAGED);
    }

    /** Chunks of a type and a length, padded to an even number of bytes (RFC 9649, section 2.3). */
    private static byte[] webp(byte[] bytes) throws Unreadable {
        ByteBuffer chunks = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long end = RIFF_AROUND + Integer.toUnsignedLong(chunks.getInt(4));
        if (end > bytes.length) {
            throw new Unreadable(Refusal.DAMAGED);
        }
        long next = RIFF_HEADER;
        while (next + RIFF_AROUND <= end) {
            long length = Integer.toUnsignedLong(chunks.getInt((int) next + 4));
            next += RIFF_AROUND + length + length % 2;
        }
        if (next > end + 1) {
            throw new Unreadable(Refusal.DAMAGED);
        }
        return Arrays.copyOf(bytes, (int) end);
    }

    /** Segments, each with its length, and between them the pixels of a scan (ITU-T T.81, annex B). */
    private static byte[] jpeg(byte[] bytes) throws Unreadable {
        int scans = 0;
        for (int at = 2; at + 1 < bytes.length;) {
            int mark = (bytes[at] & MARK) == MARK ? bytes[at + 1] & MARK : 0;
            if (mark == END_OF_PICTURE && scans > 0) {
                return Arrays.copyOf(bytes, at + 2);
            }
            if (mark == START_OF_SCAN && ++scans > MOST_SCANS) {
                throw new Unreadable(Refusal.TOO_SLOW);
            }
            at += isSegment(mark) && at + 3 < bytes.length
                    ? 2 + ((bytes[at + 2] & MARK) << Byte.SIZE | bytes[at + 3] & MARK) : 1;
        }
        throw new Unreadable(Refusal.DAMAGED);
    }

    /** Pixels have a zero after what would look like a mark; restarts and filling bytes have no length. */
    private static boolean isSegment(int mark) {
        return mark >= 0xC0 && mark != MARK && (mark < 0xD0 || mark > END_OF_PICTURE);
    }

    private static String type(ByteBuffer chunks) {
        byte[] type = new byte[4];
        chunks.get(type);
        return new String(type, StandardCharsets.US_ASCII);
    }
}
