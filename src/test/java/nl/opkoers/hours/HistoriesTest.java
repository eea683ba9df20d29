package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever happens, in whichever order and however often: an entry stands as it should, and nothing counts twice. */
class HistoriesTest {

    private static final int HISTORIES = 10_000;
    private static final int STEPS = 24;

    @Test
    void howAnEntryStandsFollowsFromWhatHappenedWhateverArrivesTwiceOrLate() {
        Set<State> reached = EnumSet.noneOf(State.class);
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            Paper paper = new Paper();
            RandomHistory history = paper.begin(random, Fiyori.NOW);
            history.happen(STEPS, paper);
            paper.entries().forEach(entry -> {
                reached.add(entry.state());
                actsAreEachThereOnceAndComeToTheSame(entry);
            });
        }
        assertEquals(EnumSet.allOf(State.class), reached, "the histories lead everywhere");
    }

    private static void actsAreEachThereOnceAndComeToTheSame(Entry entry) {
        assertEquals(entry.acts().size(), entry.acts().stream().map(Act::id).distinct().count());
        assertEquals(entry, Entry.of(entry.id(), entry.acts()));
        List<Act> again = new ArrayList<>(entry.acts());
        Collections.shuffle(again, new Random(entry.version()));
        again.forEach(act -> assertSame(entry, entry.after(act), "what took effect once does so no more"));
    }

    @Test
    void whatIsShownIsNeverMoreThanWhatWasAcceptedAndJustThatOnceAllIsSettled() {
        int differences = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            Paper paper = new Paper();
            List<RandomHistory> histories = IntStream.range(0, 2).mapToObj(number -> paper.begin(random, Fiyori.NOW)).toList();
            histories.forEach(history -> history.happen(STEPS, paper));
            Instant end = histories.stream().map(RandomHistory::now).max(Instant::compareTo).orElseThrow();
            Instant asked = Fiyori.NOW.plusSeconds(random.nextLong(Duration.between(Fiyori.NOW, end).toSeconds() + 10));
            for (Kind kind : Kind.values()) {
                long shown = paper.counted(kind, asked.plusSeconds(random.nextInt(6))) + paper.totals(asked).of(kind).onTop();
                assertTrue(shown <= paper.sum(kind, State.ACCEPTED), "nothing counts twice");
                long later = paper.counted(kind, end.plusSeconds(60)) + paper.totals(end.plusSeconds(60)).of(kind).onTop();
                assertFalse(paper.isQuiet() && later != paper.sum(kind, State.ACCEPTED), "nothing is lost");
                differences += shown == later ? 0 : 1;
            }
        }
        assertTrue(differences > HISTORIES / 100, "the moment of asking makes a difference");
    }

    @Test
    void onceTheMunicipalityTakesEverythingAndACoachDidWhatWaitsItCountsJustWhatIsAccepted() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            Paper paper = new Paper();
            RandomHistory history = paper.begin(random, Fiyori.NOW);
            history.happen(STEPS, paper);
            for (int more = 0; more < 4; more++) {
                paper.settle(history.id(), true, random);
                paper.afterRefusal(history.id(), random.nextBoolean());
            }
            assertTrue(paper.isQuiet(), "telling comes to an end");
            for (Kind kind : Kind.values()) {
                assertEquals(paper.sum(kind, State.ACCEPTED), paper.counted(kind, history.now()), kind::name);
            }
        }
    }

    @Test
    void whatTheMunicipalityCountsAndIsNotAcceptedIsWhatACoachSees() {
        int seen = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            Paper paper = new Paper();
            RandomHistory history = paper.begin(random, Fiyori.NOW);
            history.happen(STEPS, paper);
            for (int more = 0; more < 3 && !paper.isQuiet(); more++) {
                paper.settle(history.id(), random.nextBoolean(), random);
            }
            for (Kind kind : Kind.values()) {
                long difference = paper.counted(kind, history.now()) - paper.sum(kind, State.ACCEPTED);
                assertTrue(!paper.isQuiet() || difference == paper.still(kind), () -> kind + " " + difference);
                seen += difference == 0 ? 0 : 1;
            }
        }
        assertTrue(seen > HISTORIES / 100, "it happens");
    }
}
