package nl.opkoers.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void whatTakesLongIsReadLessOften() {
        assertEquals(Duration.ofMillis(200), Waiting.rest(Duration.ofMillis(2)), "less than from one time to the next");
        assertEquals(Duration.ofSeconds(50), Waiting.rest(Duration.ofMillis(500)));
        assertEquals(Duration.ofMinutes(1), Waiting.rest(Duration.ofSeconds(3)), "sooner than it would be taken for a database that is away");
    }
}
