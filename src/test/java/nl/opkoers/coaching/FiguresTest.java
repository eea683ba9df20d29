package nl.opkoers.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.opkoers.coaching.Figures.Band;
import nl.opkoers.contact.OwedAnswers.Sums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Petra Vroom leads a team. She may know how long people wait, and never how one of them fares. */
class FiguresTest {

    @Test
    void ofFewerThanTenNothingIsShown() {
        for (long number = 0; number < 10; number++) {
            Figures figures = Figures.of(new Sums(number, number / 2, 3, null));
            assertFalse(figures.isShown());
            assertEquals(Figures.of(new Sums(0, 0, null, null)), figures, "one looks like none");
        }
    }

    @Test
    void ofManyEverythingIsShownInTens() {
        Figures figures = Figures.of(new Sums(96, 14, 3, 12));

        assertEquals(100, figures.number());
        assertEquals(10, figures.late());
        assertEquals(80, figures.inTime());
        assertEquals(85, figures.percent());
        assertEquals(3, figures.median());
        assertEquals(Band.TWENTY, figures.longest());
    }

    @Test
    void aSmallPartIsNotShownAndDoesNotFollowFromTheRest() {
        for (long late = 0; late < 10; late++) {
            assertEquals(Figures.of(new Sums(50, 0, 3, 12)), Figures.of(new Sums(50, late, 3, 12)), "whoever is late");
            assertEquals(Figures.of(new Sums(50, 50, 3, 12)), Figures.of(new Sums(50, 50 - late, 3, 12)), "whoever is in time");
        }
        Figures few = Figures.of(new Sums(50, 4, 3, 12));
        assertTrue(few.fewLate());
        assertFalse(few.fewInTime());
        assertNull(few.late());
        assertNull(few.inTime());
        assertNull(few.percent());
        assertNotNull(few.number());
    }

    @Test
    void oneMoreIsHardlyEverSeen() {
        Set<Figures> seen = LongStream.rangeClosed(40, 44).mapToObj(number -> Figures.of(new Sums(number, 15, 3, 12)))
                .map(figures -> new Figures(figures.number(), figures.late(), false, null, false, null, null, null))
                .collect(Collectors.toSet());

        assertEquals(1, seen.size());
    }

    @ParameterizedTest
    @CsvSource({"0, TWO", "2, TWO", "3, FIVE", "5, FIVE", "6, TEN", "11, TWENTY", "40, FORTY", "41, MORE"})
    void theLongestWaitIsToldRoughly(int days, Band band) {
        assertEquals(band, Figures.of(new Sums(20, 10, 3, days)).longest());
    }
}
