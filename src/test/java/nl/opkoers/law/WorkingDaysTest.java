package nl.opkoers.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A promise in working days passes over weekends and holidays. */
class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 3, 2026-11-26", // Saturday: Monday, Tuesday, Wednesday
        "2026-11-26, 3, 2026-12-02", // Thursday: Friday, Monday, Tuesday
        "2026-12-23, 3, 2026-12-30", // over both days of Christmas: Thursday, Monday, Tuesday
        "2026-12-31, 1, 2027-01-05", // over New Year's Day, a Friday
        "2026-11-23, 0, 2026-11-25"})
    void aPromiseIsKeptOnWorkingDays(LocalDate asked, int within, LocalDate before) {
        assertEquals(before, WorkingDays.before(asked, within));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25",
        "2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17", "2025-04-26", "2038-04-26"})
    void onAHolidayOfficesAreClosed(LocalDate day) {
        assertFalse(WorkingDays.isOne(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-07", "2026-04-28", "2026-05-15", "2026-12-24", "2027-12-27", "2025-04-28"})
    void onOrdinaryDaysTheyAreOpen(LocalDate day) {
        assertTrue(WorkingDays.isOne(day));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 251, Integer.MAX_VALUE})
    void whatNobodyCouldMeanIsNoPromise(int within) {
        assertNull(WorkingDays.before(LocalDate.of(2026, 11, 21), within));
        assertNull(WorkingDays.before(LocalDate.of(2026, 11, 21), null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20, 0", // the same Friday
        "2026-11-20, 2026-11-22, 0", // Sunday
        "2026-11-20, 2026-11-23, 1", // Monday
        "2026-12-23, 2026-12-28, 2", // over both days of Christmas: Thursday and Monday
        "2026-11-20, 2026-11-01, 0"})
    void aWaitIsCountedInWorkingDays(LocalDate since, LocalDate today, int days) {
        assertEquals(days, WorkingDays.since(since, today));
    }
}
