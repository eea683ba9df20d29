package nl.opkoers.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A forecast")
class ForecastTest {

    private final LawBook book = LawBook.standard();

    @ParameterizedTest(name = "first PIP {0}: last day {1}")
    @CsvSource({
        "2026-06-10, 2029-06-10",
        "2026-12-31, 2029-12-31",
        "2026-01-30, 2029-01-30",
        "2024-02-28, 2027-02-28",
        "2024-02-29, 2027-02-28",
        "2025-02-28, 2028-02-29",
        "2027-02-28, 2030-02-28"})
    @DisplayName("of the end gives three full years from the day after the first PIP")
    void termEnd(LocalDate firstPip, LocalDate lastDay) {
        Estimate end = Forecast.expectedTermEnd(firstPip, book).orElseThrow();
        assertEquals(lastDay, end.date());
        assertEquals("Wet inburgering 2021, art. 11", end.basis().source());
    }

    @Test
    @DisplayName("of the end agrees with the clock once DUO has given the same term")
    void agreesWithTheClock() {
        LocalDate firstPip = LocalDate.of(2026, 6, 10);
        TermClock clock = TermClock.of(LocalDate.of(2026, 6, 11), LocalDate.of(2029, 6, 11), firstPip, book);
        assertEquals(clock.lastDay().date(), Forecast.expectedTermEnd(firstPip, book).orElseThrow().date());
    }

    @ParameterizedTest(name = "notice {0}: target {1}")
    @CsvSource({"2026-09-01, 2026-11-10", "2026-12-22, 2027-03-02", "2028-01-01, 2028-03-11"})
    @DisplayName("of the PIP is ten weeks after the notice, over the turn of the year and leap days")
    void pipTarget(LocalDate notice, LocalDate target) {
        assertEquals(target, Forecast.pipTarget(notice, book).orElseThrow().date());
    }

    @Test
    @DisplayName("is not made for someone under the old law")
    void oldLaw() {
        assertTrue(Forecast.expectedTermEnd(LocalDate.of(2020, 3, 1), book).isEmpty());
        assertTrue(Forecast.pipTarget(LocalDate.of(2020, 3, 1), book).isEmpty());
    }
}
