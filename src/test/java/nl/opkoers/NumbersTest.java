package nl.opkoers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looks for a number has to find it, however it was written. */
class NumbersTest {

    private static final String HASH = "b554d7c7f2357ba2ac037a697ff379a104ccb6599f65be83aa0f938c3c105cf2";
    private static final Numbers KNOWN = Numbers.of("999990019", "9990000014");

    @ParameterizedTest
    @ValueSource(strings = {"999990019", "BSN=999990019;", "9999.90.019", "999 990 019", "999-990-019", "9999 90019", "%39%39%39990019",
        "?bsn=999%39%3990019", "\\u0039\\u003999\\u003990019", "x999990019x", "\\x7b3939393939303031397d"})
    void aNumberIsFoundHoweverItIsWritten(String text) {
        assertEquals(Optional.of("…019"), KNOWN.in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "{\"bsn\":\"", "{\"sub\":\""})
    void aNumberIsFoundInBase64WhateverIsBeforeIt(String before) {
        assertFound("…014", before + "9990000014\"}");
        assertFound("…019", before + "999990019\"}");
    }

    private static void assertFound(String end, String encoded) {
        byte[] text = encoded.getBytes(StandardCharsets.UTF_8);

        assertEquals(Optional.of(end), KNOWN.in("token=" + Base64.getEncoder().encodeToString(text)));
        assertEquals(Optional.of(end), KNOWN.in("token=" + Base64.getUrlEncoder().withoutPadding().encodeToString(text)));
    }

    @Test
    void aHashWithoutSaltIsAsGoodAsTheNumber() {
        assertEquals(Optional.of("…019"), KNOWN.in("SHA256 = " + HASH.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999990020", "99999001", "9999900 and 19", "1999-99-00 1:9", "OTk5OTkwMDIw", "+31 20 555 01 40"})
    void whatIsNoNumberOfTheirsIsNotFound(String text) {
        assertEquals(Optional.empty(), KNOWN.in(text));
    }
}
