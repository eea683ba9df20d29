package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.page.Typed;
import org.junit.jupiter.api.Test;

class ActFormTest {

    @Test
    void aNameThatIsTooLongIsMendedWhereItStands() {
        ActForm form = ActForm.typed(ActForm.Act.REFER, Map.of("outside", "x".repeat(101), "note", "kort")).checked(LocalDate.of(2026, 11, 23), false);

        assertEquals(List.of(ActForm.Mistake.NAME), form.mistakes());
        assertTrue(form.has("outside"));
        assertFalse(form.has("note"));
    }

    /** While nodes are replaced, two taps may come to an older and a newer version: what would be another id there is said twice. */
    @Test
    void theSameFormIsTheSameTurnInEveryVersion() {
        ActForm form = ActForm.typed(ActForm.Act.ANSWER, Map.of("id", "5b8f1c1e-6a0e-4a55-9a3c-0d5c2f6f7a11", "seen", "3", "csrf-token", "x",
                "language", "nl", "how", "ANSWER", "text", Typed.text("Dag Selam,\r\n\r\ntot morgen.")));

        assertEquals("70344ded-c383-310c-9b52-1ea4d60864fc", form.turn(null).toString());
        assertEquals("bb446ba3-aecc-3d6b-b738-079736839b6e", form.turn(UUID.fromString("0e2f6a0b-0a35-4a3c-8a8f-5a1e0c9d7b22")).toString());
    }
}
