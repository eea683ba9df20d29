package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number as people type it, on whatever keyboard. */
class TypedNumberTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "12, 12", "'12,50', 12.50", "12.50, 12.50", "12.5, 12.5", "'€ 12,50', 12.50", "'1.250', 1250", "'1.250,00', 1250.00",
        "'1,000', 1000", "'€1,250.00', 1250.00", "'12,345,678', 12345678", "'١,٢٥٠', 1250",
        "1250, 1250", "'1 250', 1250", "12.345.678, 12345678", "'5 %', 5", "007, 7", "0, 0",
        "٦٠٠, 600", "١٢٫٥٠, 12.50", "١٬٢٥٠, 1250", "۱۲, 12"})
    void isRead(String typed, BigDecimal number) {
        assertEquals(Optional.of(number), TypedNumber.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "12a", "-3", "1e9", "1,2,3", "1.2.3", ",5", "5,", "€", "0x10", "NaN", "½",
        "123456789012345678901"})
    void isNone(String typed) {
        assertEquals(Optional.empty(), TypedNumber.read(typed));
    }
}
