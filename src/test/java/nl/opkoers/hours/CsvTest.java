package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that a spreadsheet reads and does not run. */
class CsvTest {

    @Test
    void rowsAreAsTheyShouldBe() {
        Csv table = new Csv();
        table.row(List.of("Dag", "Notitie"));
        table.row(List.of("2026-11-20", "soep, \"brood\"\nen ሰላም"));

        assertEquals("\uFEFF\"Dag\",\"Notitie\"\r\n\"2026-11-20\",\"soep, \"\"brood\"\"\nen ሰላም\"\r\n",
                new String(table.bytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+31612345678", "-2+3", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "＝1", "|cmd"})
    void whatWouldBeAFormulaIsText(String typed) {
        assertEquals("\uFEFF\"'" + typed + "\"\r\n", csv(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soep = lekker", "a-b", "90", "2026-11-20", "09:00", "Çağrı", "'t Huis"})
    void whatIsNoFormulaStaysAsItIs(String typed) {
        assertEquals("\uFEFF\"" + typed + "\"\r\n", csv(typed));
    }

    private static String csv(String cell) {
        Csv table = new Csv();
        table.row(List.of(cell));
        return new String(table.bytes(), StandardCharsets.UTF_8);
    }
}
