package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.opkoers.schools.Filters.Field;
import nl.opkoers.schools.Filters.Mistake;
import nl.opkoers.schools.Filters.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody looks for, as the address of the page says it: whatever stands there, it is kept, explained and used. */
class FiltersTest {

    private static final Postcodes PLACES = Postcodes.of("/postcodes/demo.txt");

    @ParameterizedTest
    @ValueSource(strings = {
            "/schools",
            "/schools?level=B1&evening=yes&weeks=8&postcode=9899&km=15&month=200&childcare=yes&language=tr",
            "/schools?route=Z&weekend=yes&online=yes&women=yes&literacy=yes",
            "/schools?work=yes&mark=yes&exam=yes"})
    void theAddressOfASearchIsTheSearch(String address) {
        assertEquals(address, sorted(filters(address).address(null), address));
        assertEquals(List.of(), filters(address).mistakes());
    }

    @Test
    void oneCriterionCanBeGivenUp() {
        Filters filters = filters("/schools?level=B1&evening=yes&weekend=yes&postcode=9899&km=15");

        assertEquals(List.of(Criterion.LEVEL, Criterion.TIMES, Criterion.NEAR), filters.active());
        assertEquals("/schools?level=B1&postcode=9899&km=15", filters.address(Criterion.TIMES));
        assertEquals("/schools?level=B1&evening=yes&weekend=yes", filters.address(Criterion.NEAR));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"weeks|veel|WEEKS|NUMBER", "weeks|-1|WEEKS|NUMBER", "weeks|105|WEEKS|NUMBER",
            "month|1000000000|MONTH|NUMBER", "month|12,50|MONTH|NUMBER", "month|99999999999999999999|MONTH|NUMBER",
            "postcode|12|POSTCODE|POSTCODE", "postcode|<script>|POSTCODE|POSTCODE", "postcode|1|POSTCODE|POSTCODE",
            "postcode|0000 XX|POSTCODE|ELSEWHERE", "km|10|POSTCODE|FROM", "level|Z9||CHOICE", "language|klingon||CHOICE"})
    void whatCannotBeUsedIsExplainedAndNotUsed(String name, String typed, Field field, What what) {
        Filters filters = Filters.of(Map.of(name, typed)::get, PLACES);

        assertEquals(List.of(new Mistake(field, what)), filters.mistakes());
        assertEquals(List.of(), filters.active());
        assertTrue(field == null || what == What.FROM || filters.value(field.tag()).equals(typed), "kept as it was typed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weeks", "month", "km", "postcode"})
    void whatIsFarTooLongIsToldAndStandsThereWhole(String name) {
        String typed = "x" + "😀".repeat(500);
        Filters filters = Filters.of(asked -> asked.equals(name) ? typed : asked.equals("postcode") ? "9899" : null, PLACES);

        assertEquals(1, filters.mistakes().size());
        assertEquals(typed, filters.value(name));
    }

    @Test
    void nothingAtAllIsNoMistake() {
        Filters filters = Filters.of(Map.of("weeks", "  ", "month", "", "postcode", "", "level", "", "evening", "no")::get, PLACES);

        assertEquals(List.of(), filters.mistakes());
        assertEquals(List.of(), filters.active());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9899", "9899DA", " 9899 da ", "٩٨٩٩"})
    void aPostcodeMayBeTypedInEveryWay(String typed) {
        assertEquals("9899", Filters.of(Map.of("postcode", typed)::get, PLACES).postcode());
    }

    /** The mark that turns the direction comes along when a number is pasted out of a line in Arabic. */
    @ParameterizedTest
    @ValueSource(strings = {"1200", "1.200", "€ 1.200", "١٬٢٠٠", "\u200f١٢٠٠", "\u200e1200\u200e", "1200,00"})
    void anAmountMayBeTypedInEveryWay(String typed) {
        Filters filters = Filters.of(Map.of("month", typed)::get, PLACES);

        assertEquals(List.of(), filters.mistakes());
        assertEquals(Map.of(Field.MONTH, 1200), filters.numbers());
    }

    @Test
    void zeroIsANumber() {
        Filters filters = filters("/schools?weeks=0&month=0");

        assertEquals(List.of(Criterion.START, Criterion.MONTH), filters.active());
        assertNull(filters.mistake("weeks"));
    }

    static Filters filters(String address) {
        Map<String, String> asked = !address.contains("?") ? Map.of()
                : Arrays.stream(address.split("\\?")[1].split("&")).map(part -> part.split("="))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        return Filters.of(asked::get, PLACES);
    }

    /** The same parts in the order of the expected address: the order of an address does not matter. */
    private static String sorted(String actual, String expected) {
        List<String> order = Arrays.asList(expected.split("[?&]"));
        List<String> parts = Arrays.asList(actual.split("[?&]"));
        return parts.size() == order.size() && parts.containsAll(order) ? expected : actual;
    }
}
