package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that may be a BSN, in what people write. */
class BsnTest {

    @ParameterizedTest
    @ValueSource(strings = {"999990019", "Mijn BSN is 999990019.", "bsn:999990019", "BSN999990019", "9999.90.019", "999 990 019", "(999.990.019)",
            "٩٩٩٩٩٠٠١٩", "رقمي 999990019، شكرا", "999990019\nSelam"})
    void itIsFoundHoweverItIsWritten(String text) {
        assertTrue(Bsn.isIn(text));
        assertFalse(Bsn.isIn(Bsn.without(text, "-")), Bsn.without(text, "-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999990018", "0999990019", "9999900190", "+999990019", "06 12 34 56 78", "NL999990019B01", "A-999990019",
            "999990019,50", "1.999.990.019", "c0af80f5-999990019-2a240c69", "15-11-2026 10:00", "999 990.019", "999990019@example.org", "99999 0019"})
    void anotherNumberIsLeftAlone(String text) {
        assertFalse(Bsn.isIn(text));
        assertEquals(text, Bsn.without(text, "-"));
    }

    @Test
    void theRestOfTheTextStays() {
        assertEquals("Ik ben - en zij is -, kenmerk 999990018", Bsn.without("Ik ben 999990019 en zij is 9999.90.019, kenmerk 999990018", "-"));
    }
}
