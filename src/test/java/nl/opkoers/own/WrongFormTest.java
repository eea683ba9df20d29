package nl.opkoers.own;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WrongFormTest {

    @Test
    void aSmileIsOneLetter() {
        assertEquals(Set.of(), saying("😀".repeat(WrongForm.LONGEST)).mistakes());
        assertEquals(Set.of(WrongForm.Mistake.LONG), saying("😀".repeat(WrongForm.LONGEST + 1)).mistakes());
    }

    @Test
    void whereItIsTooLongIsWhereOneIsLed() {
        String tooLong = "x".repeat(WrongForm.LONGEST + 1);

        assertEquals("says", saying(tooLong).anchor(WrongForm.Mistake.LONG));
        WrongForm should = WrongForm.of(Map.of("id", UUID.randomUUID().toString(), "about", "NAME", "says", "Kofi", "should", tooLong)).checked();
        assertEquals("should", should.anchor(WrongForm.Mistake.LONG));
        assertEquals(List.of(false, true), List.of(should.isSaysWrong(), should.isShouldWrong()));
    }

    private static WrongForm saying(String says) {
        return WrongForm.of(Map.of("id", UUID.randomUUID().toString(), "about", "NAME", "says", says, "should", "Kofi")).checked();
    }
}
