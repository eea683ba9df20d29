package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Map;
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
}
