package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.municipality.contract.Events;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a feed goes through (changes that are undone, that end late and out of order, pages in disorder, answers that
 * are garbled, nights of absence, old events that are forgotten, beginning anew): every event is taken in once. Only what
 * cannot be read any more may be missed, and then all that was kept is asked for again.
 */
class FeedHistoriesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOMENTS = 400;

    private Random chance;
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    // The municipality
    private UUID series = UUID.randomUUID();
    private long first = 1;
    private long given;
    private final TreeMap<Long, Events.Event> readable = new TreeMap<>();
    private final TreeMap<Long, Instant> underway = new TreeMap<>();
    private final Set<UUID> mustBeHeard = new HashSet<>();

    // The portal
    private FeedProgress progress = new FeedProgress(null, 0, List.of());
    private final List<UUID> heard = new ArrayList<>();

    static IntStream histories() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void nothingIsPassedOverAndNothingCountsTwice(int seed) {
        chance = new Random(seed);
        readOn();
        for (int moment = 0; moment < MOMENTS; moment++) {
            now = now.plusSeconds(chance.nextInt(4));
            somethingHappens();
            if (chance.nextInt(3) == 0) {
                readOn();
            }
        }
        underway.keySet().stream().toList().forEach(this::becomesReadable);
        readOn();
        // A number that is given up may have been there and forgotten: that is told at the end of waiting.
        now = now.plus(PATIENCE);
        readOn();

        assertEquals(heard.size(), new HashSet<>(heard).size(), "nothing counts twice");
        mustBeHeard.removeAll(heard);
        assertEquals(Set.of(), mustBeHeard, "nothing is passed over");
        assertEquals(List.of(), progress.gaps(), "and what never comes is not waited for");
    }

    private void somethingHappens() {
        int what = chance.nextInt(1000);
        if (what < 700) {
            given++;
            underway.put(given, now);
        }
        if (what < 850) {
            underway.keySet().stream().filter(number -> chance.nextInt(4) == 0).toList().forEach(this::ends);
        }
        if (what >= 990) {
            beginsAnew();
        } else if (what >= 985) {
            forgetsOld();
        } else if (what >= 980) {
            now = now.plus(PATIENCE).plusSeconds(1);
        }
    }

    /** A change is undone or done; none takes as long as a gap is waited for. */
    private void ends(long number) {
        if (chance.nextInt(5) == 0) {
            underway.remove(number);
        } else {
            becomesReadable(number);
        }
    }

    private void becomesReadable(long number) {
        Instant since = underway.remove(number);
        if (since.plus(PATIENCE).isAfter(now)) {
            Events.Event event = new Events.Event(number, new UUID(chance.nextLong(), number), "OK206", now, "p", null);
            readable.put(number, event);
            mustBeHeard.add(event.id());
        }
    }

    private void beginsAnew() {
        series = new UUID(chance.nextLong(), 0);
        given = 0;
        first = 1;
        readable.clear();
        underway.clear();
    }

    private void forgetsOld() {
        first = Math.max(first, given / 2);
        readable.headMap(first).clear();
        underway.headMap(first).clear();
    }

    private void readOn() {
        boolean more = true;
        while (more) {
            more = read(progress.last(), 1 + chance.nextInt(9)).map(FeedProgress.Step::more).findAny().orElse(false);
        }
        OptionalLong gap = progress.gapBeyond(0);
        while (gap.isPresent()) {
            long asked = gap.getAsLong();
            gap = read(asked, 1 + chance.nextInt(5)).map(step -> progress.gapBeyond(step.upTo())).findAny()
                    .orElse(OptionalLong.empty());
        }
    }

    /** Empty when the answer was garbled; then it is asked for once more later. */
    private Stream<FeedProgress.Step> read(long asked, int limit) {
        assertTrue(asked >= 0 && asked <= progress.last());
        if (chance.nextInt(50) == 0) {
            Events garbled = new Events(series, first, -7, List.of());
            assertThrows(MunicipalityUnreachable.class,
                    () -> progress.after(asked, garbled, now, PATIENCE));
            return read(asked, limit);
        }
        List<Events.Event> told = new ArrayList<>(readable.tailMap(asked + 1).values().stream().limit(limit).toList());
        told.addAll(told.stream().filter(event -> chance.nextInt(10) == 0).toList());
        Collections.shuffle(told, chance);
        FeedProgress.Step step = progress.after(asked, new Events(series, first, given, told), now, PATIENCE);
        progress = step.next();
        step.happened().forEach(event -> heard.add(event.id()));
        if (step.anything()) {
            // All that happened until now is read again where it is kept; what can still be read is to be heard too.
            mustBeHeard.retainAll(readable.values().stream().map(Events.Event::id).toList());
        }
        return Stream.of(step);
    }
}
