package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far somebody is, and how long it takes at this pace. */
class StandingTest {

    private static final LocalDate TODAY = Cast.TODAY;

    @Test
    void whatTheMunicipalityDoesNotCountYetComesOnTop() {
        Standing fiyori = new Standing(Kind.PARTICIPATION, sum(300, 120), counts(312), 800, null);

        assertEquals(314 * 60, fiyori.getMinutes());
        assertEquals(486 * 60, fiyori.getToGo());
        assertFalse(fiyori.isReached());
    }

    @Test
    void whatTheMunicipalityStillCountsAndIsNoLongerAcceptedGoesOff() {
        assertEquals(310 * 60, new Standing(Kind.PARTICIPATION, sum(0, -120), counts(312), 800, null).getMinutes());
        assertEquals(0, new Standing(Kind.PARTICIPATION, sum(0, -120), counts(1), 800, null).getMinutes());
    }

    @Test
    void moreThanTheTargetLeavesNothingToDo() {
        Standing done = new Standing(Kind.PARTICIPATION, sum(0, 60), counts(800), 800, null);

        assertTrue(done.isReached());
        assertEquals(0, done.getToGo());
    }

    /** A dispensation may leave nothing to do: nobody is told that they did it. */
    @Test
    void whatHasNoTargetIsNeverReached() {
        assertFalse(new Standing(Kind.PARTICIPATION, sum(600, 600), null, 0, null).isReached());
        Standing voluntary = new Standing(Kind.VOLUNTARY, sum(600, 600), null, null, null);

        assertEquals(600, voluntary.getMinutes());
        assertNull(voluntary.getToGo());
        assertFalse(voluntary.isReached());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // twelve weeks of four hours, and 156 hours to go: 39 weeks
        "2880, 2026-01-01, 9360, 9",
        // five weeks of data are divided by five
        "1200, 2026-10-17, 9360, 9",
        "2880, 2026-01-01, 60, 1",
        "2880, 2026-10-25, 9360, -",
        "2880, -, 9360, -",
        "0, 2026-01-01, 9360, -",
        "2880, 2026-01-01, 0, -",
        "2880, 2026-01-01, -, -",
        "15, 2026-01-01, 48000, -"})
    void thePaceIsThatOfTheLastTwelveWeeksOnceThereAreFour(long minutes, LocalDate first, Long toGo, Integer months) {
        assertEquals(Optional.ofNullable(months).map(Pace::new), Pace.of(new Pace.Lately(minutes, first), toGo, TODAY));
    }

    private static Totals.Sum sum(long accepted, long onTop) {
        return new Totals.Sum(accepted, 0, 0, 0, 0, onTop, 0);
    }

    private static Standing.Count counts(int hours) {
        return new Standing.Count(hours, TODAY, "Waterstad", Fiyori.NOW);
    }
}
