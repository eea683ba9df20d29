package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an operator says how often something may be done. */
class AllowanceTest {

    @Test
    void sixtyAnHourIsOneMoreEveryMinute() {
        Allowance sixty = Allowance.read("x", "60/PT1H").orElseThrow();
        assertEquals(new Allowance(60, Duration.ofHours(1)), sixty);
        assertEquals(Duration.ofMinutes(1), sixty.each());
    }

    @Test
    void whatIsOffIsNotCounted() {
        assertEquals(Optional.empty(), Allowance.read("x", "off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "0/PT1H", "60/1h", "60/PT0S", "60/PT-1H", "-1/PT1H", "60/PT25H", "60/P1Y", "99999999/PT1H"})
    void anythingElseIsNamedWithItsSetting(String value) {
        String said = assertThrows(IllegalArgumentException.class, () -> Allowance.read("opkoers.limit.x", value)).getMessage();
        assertTrue(said.startsWith("opkoers.limit.x "), said);
    }
}
