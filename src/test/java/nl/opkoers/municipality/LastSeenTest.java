package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.opkoers.municipality.contract.Municipality;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

/** A page neither waits for what is fresh, nor loses what was known while the municipality is away. */
class LastSeenTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String BODY = "{\"naam\": \"Waterstad\"}";
    private static final String NEW_BODY = "{\"naam\": \"Nieuw Waterstad\"}";

    private final LastSeen lastSeen = new LastSeen(new Contract(), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(5));
    private final List<String> askedWith = new ArrayList<>();
    private final List<Kept> stored = new ArrayList<>();

    @Test
    void whatIsFreshIsNotAskedForAgain() {
        Seen<Municipality> seen = read(kept(BODY, 4), tag -> new Reply.Found(NEW_BODY, "new"));
        assertEquals(new Seen.Fresh<>(seen.known().orElseThrow(), minutesAgo(4)), seen);
        assertEquals("Waterstad", seen.known().orElseThrow().name());
        assertEquals(List.of(), askedWith);
        assertEquals(List.of(), stored);
    }

    @Test
    void afterAWhileItIsConfirmedByItsTag() {
        Seen<Municipality> seen = read(kept(BODY, 5), tag -> new Reply.Unchanged());
        assertEquals(new Seen.Fresh<>(seen.known().orElseThrow(), NOW), seen);
        assertEquals("Waterstad", seen.known().orElseThrow().name());
        assertEquals(List.of("old"), askedWith);
        assertEquals(List.of(Kept.seen(BODY, "old", NOW, 0)), stored);
    }

    @Test
    void whatChangedIsShownAndKept() {
        Seen<Municipality> seen = read(kept(BODY, 5), tag -> new Reply.Found(NEW_BODY, "new"));
        assertEquals("Nieuw Waterstad", seen.known().orElseThrow().name());
        assertEquals(List.of(Kept.seen(NEW_BODY, "new", NOW, 0)), stored);
    }

    @Test
    void duringAnOutageTheLastAnswerIsShownWithItsMoment() {
        Seen<Municipality> seen = read(kept(BODY, 600), LastSeenTest::away);
        assertEquals(new Seen.Stale<>(seen.known().orElseThrow(), minutesAgo(600)), seen);
        assertEquals(List.of(), stored);
    }

    @Test
    void whileNobodyIsMadeToWaitTheLastAnswerIsShownToo() {
        assertInstanceOf(Seen.Stale.class, read(kept(BODY, 600), tag -> {
            throw new CircuitBreakerOpenException("open");
        }));
    }

    @Test
    void withNothingKeptAnOutageIsNotMistakenForNobody() {
        assertInstanceOf(Seen.Unavailable.class, read(Optional.empty(), LastSeenTest::away));
        assertInstanceOf(Seen.Absent.class, read(Optional.empty(), tag -> new Reply.Absent()));
        assertInstanceOf(Seen.Absent.class, read(kept(BODY, 600), tag -> new Reply.Absent()));
    }

    @Test
    void anAnswerThatCannotBeReadIsNoAnswerAndIsNotKept() {
        assertInstanceOf(Seen.Unavailable.class, read(Optional.empty(), tag -> new Reply.Found("<html>", "new")));
        assertInstanceOf(Seen.Stale.class, read(kept(BODY, 600), tag -> new Reply.Found("{\"openingstijden\": 7}", "new")));
        assertEquals(List.of(), stored);
    }

    @Test
    void unchangedWithoutAnythingKeptIsNoAnswer() {
        assertInstanceOf(Seen.Unavailable.class, read(Optional.empty(), tag -> new Reply.Unchanged()));
    }

    @Test
    void whatWasKeptAndCannotBeReadAnyMoreIsAskedForAnewWithoutItsTag() {
        Seen<Municipality> seen = read(kept("garbled", 1), tag -> new Reply.Found(NEW_BODY, "new"));
        assertEquals("Nieuw Waterstad", seen.known().orElseThrow().name());
        assertEquals(1, askedWith.size());
        assertEquals(null, askedWith.get(0));
        assertInstanceOf(Seen.Unavailable.class, read(kept("garbled", 600), LastSeenTest::away));
    }

    @Test
    void whatIsDerivedIsKnownAsWell() {
        assertEquals(new Seen.Stale<>(3, NOW), new Seen.Stale<>("abc", NOW).map(String::length));
        assertEquals(new Seen.Fresh<>(3, NOW), new Seen.Fresh<>("abc", NOW).map(String::length));
        assertInstanceOf(Seen.Absent.class, new Seen.Absent<String>().map(String::length));
        assertInstanceOf(Seen.Unavailable.class, new Seen.Unavailable<String>().map(String::length));
        assertTrue(new Seen.Unavailable<>().known().isEmpty());
    }

    private Seen<Municipality> read(Optional<Kept> kept, Function<String, Reply> answer) {
        return lastSeen.read(Municipality.class, kept, tag -> {
            askedWith.add(tag);
            return answer.apply(tag);
        }, stored::add);
    }

    private static Reply away(String tag) {
        throw new MunicipalityUnreachable("no answer");
    }

    private static Optional<Kept> kept(String body, int minutesAgo) {
        return Optional.of(Kept.seen(body, "old", minutesAgo(minutesAgo), 0));
    }

    private static Instant minutesAgo(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
