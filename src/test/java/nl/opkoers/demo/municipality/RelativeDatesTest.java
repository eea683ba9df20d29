package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeDatesTest {

    /** Half past midnight on a Saturday in Amsterdam, still Friday in UTC. */
    private final RelativeDates dates = new RelativeDates(Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), java.time.ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-21",
        "today-1day, 2026-11-20",
        "today+2weeks, 2026-12-05",
        "today-29months+3years, 2027-06-21",
        "today workday, 2026-11-23",
        "today+3days workday, 2026-11-24",
        "today at 13:30, 2026-11-21T12:30:00Z",
        "today+8months workday at 13:30, 2027-07-21T11:30:00Z"})
    void readsFromLeftToRight(String expression, String expected) {
        assertEquals(expected, dates.resolve(expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"today-", "today-1", "today-1fortnight", "todayish", "today at noon", "today-1day-2hours"})
    void refusesWhatIsNoDate(String expression) {
        assertThrows(IllegalArgumentException.class, () -> dates.resolve(expression));
    }

    @Test
    void leavesOtherTextAlone() throws Exception {
        com.fasterxml.jackson.databind.ObjectMapper json = new com.fasterxml.jackson.databind.ObjectMapper();
        assertEquals(json.readTree("{\"a\":[\"2019-05-06\",\"2026-11-21\"],\"b\":1}"),
                dates.resolve(json.readTree("{\"a\":[\"2019-05-06\",\"today\"],\"b\":1}")));
    }
}
