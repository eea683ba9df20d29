package nl.opkoers.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody may be disturbed, also in the nights in which the clock is changed. */
class QuietHoursTest {

    @ParameterizedTest(name = "quiet {0} to {1}, at {2}: {3}")
    @CsvSource({
            "21:00, 08:00, 2026-11-21T12:00:00Z, 2026-11-21T12:00:00Z",
            "21:00, 08:00, 2026-11-21T20:00:00Z, 2026-11-22T07:00:00Z",
            "21:00, 08:00, 2026-11-21T02:00:00Z, 2026-11-21T07:00:00Z",
            "21:00, 08:00, 2026-11-21T07:00:00Z, 2026-11-21T07:00:00Z",
            "13:00, 14:30, 2026-11-21T12:59:00Z, 2026-11-21T13:30:00Z",
            "00:00, 00:00, 2026-11-21T02:00:00Z, 2026-11-21T02:00:00Z",
            "21:00, 08:00, 2026-10-24T20:00:00Z, 2026-10-25T07:00:00Z",
            "21:00, 02:30, 2027-03-28T00:00:00Z, 2027-03-28T01:30:00Z"})
    void itWaitsForTheirEnd(LocalTime from, LocalTime until, Instant moment, Instant expected) {
        assertEquals(expected, new QuietHours(from, until).after(moment));
    }
}
