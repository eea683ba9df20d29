package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedTest {

    /** As some programs paste it; PostgreSQL would refuse all of it. */
    @Test
    void theCharacterZeroIsLeftOutAndALineEndsOnce() {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        fields.put("note", Arrays.asList("Selam\0 belt\r\nmorgen ", "of niet"));
        fields.put("empty", Arrays.asList((String) null));

        assertEquals(Map.of("note", "Selam belt\nmorgen ", "empty", ""), Typed.of(fields));
    }

    @Test
    void aSmileIsOneLetter() {
        assertEquals(0, Typed.letters(null));
        assertEquals(5, Typed.letters("ሰላም 😀"));
    }

    @Test
    void aDayIsOneThatABrowserSends() {
        assertEquals(Optional.of(LocalDate.of(2026, 11, 3)), Typed.day(" 2026-11-03 "));
        for (String none : new String[] {null, "", "2026-11-31", "2026-11-3", "-999-11-03", "-99999-01-04", "+999999999-12-31", "3 november"}) {
            assertEquals(Optional.empty(), Typed.day(none), none);
        }
    }

    @Test
    void aTimeIsOneThatABrowserSendsOrSomebodyWrites() {
        for (String half : new String[] {"09:30", "9:30", " 09:30:15 "}) {
            assertEquals(Optional.of(LocalTime.of(9, 30)), Typed.time(half), half);
        }
        for (String none : new String[] {null, "", "24:30", "9.30", "half tien"}) {
            assertEquals(Optional.empty(), Typed.time(none), none);
        }
    }
}
