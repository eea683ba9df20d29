package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is typed in the calculator stays as it is. */
class CostFormTest {

    @Test
    void whatIsFarTooLongIsToldAndStandsThereWhole() {
        String smiles = "x" + "😀".repeat(500);
        String spaced = "6" + " ".repeat(500) + "0";

        CostForm form = CostForm.of(Map.of("price", smiles, "hours", spaced));

        assertEquals(List.of(new CostMistake(CostField.HOURS, CostMistake.What.NUMBER),
                new CostMistake(CostField.PRICE, CostMistake.What.NUMBER)), form.getMistakes());
        assertEquals(List.of(smiles, spaced), List.of(form.value(CostField.PRICE), form.value(CostField.HOURS)));
    }

    @Test
    void whatCannotHaveBeenChosenIsLeftOut() {
        assertTrue(CostForm.of(Map.of("course", "C".repeat(101), "other", "x")).isEmpty());
        assertEquals(Optional.of("C-1003-5"), CostForm.of(Map.of("course", "C-1003-5")).course());
    }
}
