package nl.opkoers.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.contact.Turn;
import org.junit.jupiter.api.Test;

/** What coaches type fits as long as it has no more letters than the page says, as they count them. */
class TypedFormsTest {

    private static final String ID = UUID.randomUUID().toString();
    private static final String SMILE = "😀";

    @Test
    void aSmileInANoteIsOneLetter() {
        assertFalse(note(SMILE.repeat(NoteForm.LONGEST)).isLong());
        assertTrue(note(SMILE.repeat(NoteForm.LONGEST + 1)).isLong());
    }

    @Test
    void aSmileForAColleagueIsOneLetter() {
        assertEquals(List.of(), handOver(SMILE.repeat(Turn.LONGEST_NOTE)).mistakes());
        assertEquals(List.of(HandOverForm.Mistake.LONG), handOver(SMILE.repeat(Turn.LONGEST_NOTE + 1)).mistakes());
    }

    private static NoteForm note(String text) {
        return NoteForm.of(Map.of("id", ID, "seen", "0", "note", text));
    }

    private static HandOverForm handOver(String note) {
        return HandOverForm.of(Map.of("id", ID, "seen", "0", "to", "M-1", "note", note)).checked(true);
    }
}
