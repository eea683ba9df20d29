package nl.opkoers.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** The kinds of pictures that are read, known by how the file begins and never by its name. */
enum PictureFormat {
    JPEG {
        @Override
        boolean begins(byte[] bytes) {
            return has(bytes, 0, HexFormat.of().parseHex("ffd8ff"));
        }
    },
    PNG {
        @Override
        boolean begins(byte[] bytes) {
            return has(bytes, 0, HexFormat.of().parseHex("89504e470d0a1a0a"));
        }
    },
    WEBP {
        @Override
        boolean begins(byte[] bytes) {
            return has(bytes, 0, ascii("RIFF")) && has(bytes, 8, ascii("WEBP"));
        }
    },
    /** As iPhones and some others make; a box 'ftyp' tells which of many (ISO/IEC 23008-12, annex B). */
    HEIC {
        @Override
        boolean begins(byte[] bytes) {
            return has(bytes, 4, ascii("ftyp")) && HEIC_BRANDS.stream().anyMatch(brand -> has(bytes, 8, ascii(brand)));
        }
    };

    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    abstract boolean begins(byte[] bytes);

    /** Empty when it is none of these. */
    static Optional<PictureFormat> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.begins(bytes)).findFirst();
    }

    private static boolean has(byte[] bytes, int at, byte[] wanted) {
        int end = at + wanted.length;
        return bytes.length >= end && Arrays.equals(bytes, at, end, wanted, 0, wanted.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
