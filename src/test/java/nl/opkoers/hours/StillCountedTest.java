package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.municipality.Refusal;
import nl.opkoers.municipality.ReportedHours;
import org.junit.jupiter.api.Test;

/** The municipality counted hours, and does not take it that they no longer count. */
class StillCountedTest {

    private static final String GIVEN = "uren-7";
    private static final Instant LATER = Fiyori.NOW.plusSeconds(60);

    private final UUID id = UUID.randomUUID();
    private final Entry accepted = Entry.of(id, List.of(Fiyori.sent(id, 60), Fiyori.accepted(1)));
    private final Entry withdrawn = accepted.after(Fiyori.withdrawn());
    private final Telling counted = telling(Report.of(accepted, List.of()).orElseThrow().hours(), true);
    private final Telling kept = telling(counted.hours().asWithdrawn(), false);

    @Test
    void whatItDoesNotTakeOffItGoesOnCounting() {
        StillCounted still = StillCounted.of(withdrawn, List.of(counted, kept)).orElseThrow();

        assertEquals(Duration.ofHours(1), still.getTime());
        assertEquals(LATER, still.getSince());
        assertEquals(List.of("afgesloten"), still.getCodes());
        assertEquals(kept.id(), still.getSeen());
        assertFalse(still.again());
    }

    @Test
    void soItDoesWhateverBecameOfTheEntryUnlessItIsAcceptedAgain() {
        Entry corrected = accepted.after(Fiyori.corrected(90));
        List.of(corrected, corrected.after(Fiyori.refused(3)), corrected.after(Fiyori.asked(3))).forEach(entry ->
                assertTrue(StillCounted.of(entry, List.of(counted, kept)).isPresent(), entry.state().name()));

        Entry again = corrected.after(Fiyori.accepted(3));
        assertEquals(Optional.empty(), StillCounted.of(again, List.of(counted, kept)));
        assertEquals(90, Report.of(again, List.of(counted, kept)).orElseThrow().hours().minutes(), "it is told of that");
    }

    @Test
    void untilItAnswersThatItIsSoToo() {
        assertEquals(Optional.empty(), StillCounted.of(withdrawn, List.of(counted)), "it was not told yet");
        assertEquals(Optional.empty(), StillCounted.of(withdrawn, List.of(counted, telling(kept.hours(), null))));
    }

    @Test
    void whatItNeverTookItDoesNotCount() {
        assertEquals(Optional.empty(), StillCounted.of(withdrawn, List.of(telling(counted.hours(), false))));
    }

    @Test
    void itIsToldNothingAgainByItself() {
        assertEquals(Optional.empty(), Report.of(withdrawn, List.of(counted, kept)));
    }

    @Test
    void toldAgainItGoesOnCountingUntilItTakesIt() {
        Report again = StillCounted.of(withdrawn, List.of(counted, kept)).orElseThrow().toTellAgain();
        assertTrue(again.hours().withdrawn());
        assertEquals(GIVEN, again.given());

        assertTrue(StillCounted.of(withdrawn, List.of(counted, kept, telling(again.hours(), null))).orElseThrow().again());
        Telling keptAgain = telling(again.hours(), false);
        assertEquals(keptAgain.id(), StillCounted.of(withdrawn, List.of(counted, kept, keptAgain)).orElseThrow().getSeen());
        assertEquals(Optional.empty(), StillCounted.of(withdrawn, List.of(counted, kept, telling(again.hours(), true))));
    }

    @Test
    void bothReadInTheHistoryWhatCameOfIt() {
        Telling settled = new Telling(UUID.randomUUID(), kept.judgement(), kept.hours(), true, GIVEN, LATER.plusSeconds(60), null,
                "Yusuf Demir");
        List<Telling> told = List.of(counted, kept, settled);

        assertEquals(List.of(Step.SENT, Step.ACCEPTED, Step.WITHDRAWN, Step.KEPT, Step.SETTLED),
                Happening.to(withdrawn, told).stream().map(Happening::step).toList());
        assertEquals(List.of(Step.SETTLED, Step.KEPT, Step.WITHDRAWN, Step.ACCEPTED, Step.SENT),
                History.of(withdrawn, told).stream().map(History.Happened::step).toList());
        assertEquals("Yusuf Demir", History.of(withdrawn, told).get(0).by());
    }

    private static Telling telling(ReportedHours hours, Boolean taken) {
        boolean refused = Boolean.FALSE.equals(taken);
        return new Telling(UUID.randomUUID(), UUID.randomUUID(), hours, taken, Boolean.TRUE.equals(taken) ? GIVEN : null,
                taken == null ? null : refused ? LATER : Fiyori.NOW,
                refused ? new Refusal("urn:opkoers:probleem:ongeldig", List.of("afgesloten")) : null, null);
    }
}
