package nl.opkoers.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The clock of a term")
class TermClockTest {

    private static final LocalDate START = LocalDate.of(2024, 6, 11);
    private static final LocalDate END = LocalDate.of(2027, 6, 11);

    @Test
    @DisplayName("ends on the day before DUO's exclusive end date")
    void exclusiveEnd() {
        LegalDate lastDay = at("2026-11-21").lastDay();
        assertEquals(LocalDate.of(2027, 6, 10), lastDay.date());
        assertEquals("DUO", lastDay.source().name());
    }

    @ParameterizedTest(name = "on {0}: {1} gone, {2} left, ended {3}")
    @CsvSource({
        "2024-06-01, P0D,       P3Y,       false",
        "2024-06-11, P0D,       P3Y,       false",
        "2024-06-12, P1D,       P2Y11M30D, false",
        "2025-06-11, P1Y,       P2Y,       false",
        "2026-11-21, P2Y5M10D,  P6M21D,    false",
        "2027-06-10, P2Y11M30D, P1D,       false",
        "2027-06-11, P3Y,       P0D,       true",
        "2030-01-01, P3Y,       P0D,       true"})
    @DisplayName("counts whole years, months and days, today among what is left")
    void elapsedAndRemaining(String today, String elapsed, String remaining, boolean ended) {
        TermClock clock = at(today);
        assertEquals(Period.parse(elapsed), clock.elapsed());
        assertEquals(Period.parse(remaining), clock.remaining());
        assertEquals(ended, clock.ended());
    }

    @ParameterizedTest(name = "{0} to {1}, on {2}: {3} gone, {4} left")
    @CsvSource({
        "2026-01-31, 2029-01-31, 2026-02-28, P28D,      P2Y11M3D",
        "2026-01-31, 2029-01-31, 2026-03-01, P1M1D,     P2Y10M30D",
        "2025-08-31, 2028-08-31, 2028-02-29, P2Y5M29D,  P6M2D",
        "2028-02-29, 2031-03-01, 2029-02-28, P11M30D,   P2Y1D",
        "2028-02-29, 2031-03-01, 2029-03-01, P1Y1D,     P2Y",
        "2025-03-01, 2028-03-01, 2028-02-29, P2Y11M28D, P1D"})
    @DisplayName("is right at month ends and on leap days")
    void monthEndsAndLeapDays(LocalDate start, LocalDate end, LocalDate today, String elapsed, String remaining) {
        TermClock clock = TermClock.of(start, end, today, LawBook.standard());
        assertEquals(Period.parse(elapsed), clock.elapsed());
        assertEquals(Period.parse(remaining), clock.remaining());
        assertFalse(clock.ended());
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2024-01-01, 0", "2024-06-11, 0", "2027-06-11, 1", "2028-01-01, 1"})
    @DisplayName("fills from empty to full and not beyond")
    void share(String today, double share) {
        assertEquals(share, at(today).shareElapsed());
    }

    @Test
    @DisplayName("is half full halfway")
    void halfway() {
        assertEquals(0.5, at("2025-12-10").shareElapsed(), 0.001);
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-10-10, false", "2026-10-11, true", "2027-06-10, true", "2027-06-11, false"})
    @DisplayName("knows the last eight months, until the last day and not after")
    void lastMonths(String today, boolean lastMonths) {
        assertEquals(lastMonths, at(today).inLastMonths());
    }

    @Test
    @DisplayName("is not in its last months before it has started, however short it is")
    void shortTermNotStarted() {
        TermClock clock = TermClock.of(START, START.plusMonths(3), START.minusDays(1), LawBook.standard());
        assertFalse(clock.inLastMonths());
    }

    @Test
    @DisplayName("leaves its last months when DUO extends the term")
    void extended() {
        TermClock clock = TermClock.of(START, END.plusYears(1), LocalDate.parse("2026-11-21"), LawBook.standard());
        assertFalse(clock.inLastMonths());
        assertEquals(Period.parse("P1Y6M21D"), clock.remaining());
    }

    @ParameterizedTest(name = "a term from {0}: from {1}")
    @CsvSource({
        "2024-06-11, 2026-12-11",
        "2026-08-31, 2029-03-01",
        "2025-08-29, 2028-02-29",
        "2025-08-30, 2028-03-01"})
    @DisplayName("lets an extension be asked for when two and a half years have fully passed")
    void extensionFrom(LocalDate start, LocalDate from) {
        LegalDate date = TermClock.of(start, start.plusYears(3), start, LawBook.standard()).extensionFrom().orElseThrow();
        assertEquals(from, date.date());
        assertTrue(date.source() instanceof Source.Rule);
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource(nullValues = "-", value = {"2024-06-11, 2025-12-10", "2025-12-10, 2025-12-10", "2025-12-11, -"})
    @DisplayName("lets the route be changed in the first year and a half")
    void routeChangeUntil(String today, LocalDate until) {
        assertEquals(until, at(today).routeChangeUntil().map(LegalDate::date).orElse(null));
    }

    @Test
    @DisplayName("names no extension date for a term from before the law")
    void oldTerm() {
        LocalDate start = LocalDate.of(2021, 5, 1);
        assertTrue(TermClock.of(start, start.plusYears(3), start, LawBook.standard()).extensionFrom().isEmpty());
    }

    @Test
    @DisplayName("refuses a term without a day in it")
    void emptyTerm() {
        assertThrows(IllegalArgumentException.class, () -> TermClock.of(START, START, START, LawBook.standard()));
    }

    private static TermClock at(String today) {
        return TermClock.of(START, END, LocalDate.parse(today), LawBook.standard());
    }
}
