package nl.opkoers.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What coaches type, as it is kept. */
class TypedFormsTest {

    private static final String ID = UUID.randomUUID().toString();

    /** As some programs paste it; PostgreSQL would refuse all of it. */
    @Test
    void theCharacterZeroIsLeftOut() {
        assertEquals("Selam belt\nmorgen", NoteForm.of(Map.of("id", ID, "seen", "0", "note", "Selam\0 belt\r\nmorgen ")).text());
        assertEquals("Graag overnemen",
                HandOverForm.of(Map.of("id", ID, "seen", "0", "to", "M-1", "note", "\0Graag overnemen")).note());
    }
}
