package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on a certificate, which somebody types over from paper. */
class CertificateCodeTest {

    private static final CertificateCode CODE = CertificateCode.of(HexFormat.of().parseHex("00443214c74254b635cf84653a56d7c675be77df"));

    @Test
    void itIsTheFirstHundredBitsInReadableLetters() {
        assertEquals("0123-4567-89AB-CDEF-GHJK", CODE.shown());
        byte[] others = HexFormat.of().parseHex("00443214c74254b635cf84653fffffffffffffff");
        assertEquals(CODE, CertificateCode.of(others), "what comes after them is not used");
        others[12] ^= 0x10;
        assertNotEquals(CODE, CertificateCode.of(others));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123-4567-89AB-CDEF-GHJK", "0123456789abcdefghjk", " o1 23 4567 89ab–cdef ghjk ", "\u20660123-4567-89AB-CDEF-GHJK\u2069",
            "Oi23-4567-89AB-CDEF-GHJK", "0l23-4567-89AB-CDEF-GHJK"})
    void howeverItIsTypedItIsTheSame(String typed) {
        assertEquals(Optional.of(CODE), CertificateCode.read(typed));
        assertArrayEquals(CODE.hash(), CertificateCode.read(typed).orElseThrow().hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123-4567-89AB-CDEF-GHJU", "0123-4567-89AB-CDEF-GHJK-0", "' or 1=1 --", "0123-4567-89AB-CDEF-GHJé"})
    void whatCannotBeACodeIsNone(String typed) {
        assertEquals(Optional.empty(), CertificateCode.read(typed));
    }

    @Test
    void everySignComesUp() {
        Random random = new Random(1);
        byte[] bytes = new byte[32];
        long different = IntStream.range(0, 200).boxed().flatMap(time -> {
            random.nextBytes(bytes);
            return CertificateCode.of(bytes).signs().chars().boxed();
        }).distinct().count();
        assertEquals(32, different);
        assertEquals(List.of(4, 4, 4, 4, 4), List.of(CODE.shown().split("-")).stream().map(String::length).toList());
    }
}
