package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How an entry comes to stand where it stands. */
class EntryTest {

    private final UUID id = UUID.randomUUID();

    @Test
    void whatIsCorrectedAfterItWasAcceptedDoesNotCountUntilItIsAcceptedAgain() {
        Entry accepted = Entry.of(id, List.of(Fiyori.sent(id, 60), Fiyori.accepted(1)));
        assertEquals(State.ACCEPTED, accepted.state());

        Entry corrected = accepted.after(Fiyori.corrected(90));

        assertEquals(State.WAITING, corrected.state());
        assertEquals(90, corrected.written().minutes());
        assertEquals(Fiyori.cooked(60), ((Act.Sent) corrected.acts().get(0)).written(), "the old stays visible");
    }

    @Test
    void aJudgementOfWhatWasCorrectedMeanwhileDoesNotHold() {
        Entry corrected = Entry.of(id, List.of(Fiyori.sent(id, 60), Fiyori.corrected(90)));

        assertSame(corrected, corrected.after(Fiyori.accepted(1)));
        assertEquals(State.ACCEPTED, corrected.after(Fiyori.accepted(2)).state());
    }

    @Test
    void whatWasSentFirstDoesNotTakeThePlaceOfACorrectionThatOvertookIt() {
        Entry overtaken = Entry.of(id, List.of(Fiyori.corrected(90)));

        assertSame(overtaken, overtaken.after(Fiyori.sent(id, 60)));
    }
}
