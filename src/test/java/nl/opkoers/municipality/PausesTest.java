package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When something is tried again. */
class PausesTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "9, 256", "10, 300", "31, 300", "32, 300", "2000000000, 300"})
    void aPauseIsTwiceAsLongEachTimeUpToTheLongestAndNeverLessThanHalfOfIt(int attempts, int seconds) {
        Pauses pauses = new Pauses(LONGEST, new Random(7));
        Duration whole = Duration.ofSeconds(seconds);
        for (int time = 0; time < 200; time++) {
            Duration pause = pauses.after(attempts);
            assertTrue(pause.compareTo(whole) <= 0 && pause.compareTo(whole.dividedBy(2)) >= 0, pause.toString());
        }
    }

    @Test
    void whatFailedTogetherDoesNotComeBackTogether() {
        Pauses pauses = new Pauses(LONGEST, new Random(7));
        assertTrue(Stream.generate(() -> pauses.after(10)).limit(100).distinct().count() > 90);
    }

    @Test
    void theSameSeedGivesTheSamePauses() {
        assertEquals(new Pauses(LONGEST, new Random(7)).after(5), new Pauses(LONGEST, new Random(7)).after(5));
    }

    @ParameterizedTest
    @CsvSource({"30, 2026-11-21T12:00:30Z", "' 30 ', 2026-11-21T12:00:30Z", "'Sat, 21 Nov 2026 13:30:00 GMT', 2026-11-21T13:30:00Z",
        "999999999, 2026-11-22T12:00:00Z", "'Mon, 21 Nov 2033 13:30:00 GMT', 2026-11-22T12:00:00Z"})
    void whenOneMayAskAgainIsSaidInSecondsOrAsADateAndIsADayAwayAtMost(String header, Instant moment) {
        assertEquals(Optional.of(moment), RetryAfter.read(header, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "soon", "1.5", "9999999999", "Sat, 21 Nov 2026 11:59:59 GMT", "2026-11-21T13:30:00Z"})
    void whatIsPastOrCannotBeReadIsNotSaid(String header) {
        assertEquals(Optional.empty(), RetryAfter.read(header, NOW));
    }

    @Test
    void whoSaysNothingSaysNothing() {
        assertEquals(Optional.empty(), RetryAfter.read(null, NOW));
    }
}
