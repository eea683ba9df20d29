package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who has to say something next, and by when. */
class StandingTest {

    @Test
    void whoAsksWaitsUntilTheDayThatWasPromised() {
        Standing standing = after(Said.asking("Wanneer begint mijn les?"));

        assertTrue(standing.isWaiting());
        assertEquals(Said.MONDAY, standing.waitingSince());
        assertEquals(Said.FRIDAY, standing.answerBefore());
    }

    @Test
    void askingAgainDoesNotMoveThePromise() {
        Turn.Said later = new Turn.Said(UUID.randomUUID(), Said.TUESDAY, "ti", "?", List.of(), Said.FRIDAY.plusDays(3));

        assertEquals(Said.FRIDAY, after(Said.asking("Wanneer?"), later).answerBefore());
        assertEquals(Said.MONDAY, after(Said.asking("Wanneer?"), later).waitingSince());
    }

    @Test
    void anAnswerEndsTheWaiting() {
        Standing standing = after(Said.asking("Wanneer?"), Said.marloes("Maandag."));

        assertFalse(standing.isWaiting());
        assertNull(standing.answerBefore());
        assertFalse(standing.theirs());
    }

    @Test
    void whoSaysWhenTheAnswerFollowsStillOwesIt() {
        LocalDate tuesday = LocalDate.parse("2026-11-24");
        Standing standing = after(Said.asking("Wanneer?"), new Turn.Answered(UUID.randomUUID(), Said.TUESDAY, "M-1001",
                "Marloes Hendriks", "nl", "Ik zoek het uit.", null, List.of(), false, tuesday));

        assertEquals(Said.MONDAY, standing.waitingSince());
        assertEquals(tuesday, standing.answerBefore());
    }

    @Test
    void whoIsAskedBackHasTheTurn() {
        Turn.Answered back = new Turn.Answered(UUID.randomUUID(), Said.TUESDAY, "M-1001", "Marloes Hendriks", "nl",
                "Welke dag?", null, List.of(), true, null);

        assertTrue(after(Said.asking("Wanneer?"), back).theirs());
        assertFalse(after(Said.asking("Wanneer?"), back, Said.asking("Maandag")).theirs());
    }

    @Test
    void whatIsNotUnderstoodIsAQuestion() {
        Turn.Answered answer = Said.marloes("De afschaling is geëffectueerd.");

        assertTrue(after(Said.asking("?"), answer,
                new Turn.NotUnderstood(UUID.randomUUID(), Said.TUESDAY, answer.id(), Said.FRIDAY)).isWaiting());
    }

    @Test
    void aColleagueTakesTheOpenQuestionAlong() {
        Standing standing = after(Said.asking("Wanneer?"), Said.toJoost());

        assertEquals("M-1002", standing.assignedTo());
        assertEquals(Said.FRIDAY, standing.answerBefore());
        Standing moved = standing.after(new Turn.TakenOver(UUID.randomUUID(), Said.TUESDAY, "Marloes Hendriks", "Femke Noordhof"));
        assertNull(moved.assignedTo(), "a new contact answers everything");
        assertEquals(Said.FRIDAY, moved.answerBefore());
    }

    @Test
    void itIsOverdueFromTheDayOnBeforeWhichAnAnswerWasPromised() {
        Standing waiting = after(Said.asking("Wanneer?"));

        assertFalse(waiting.isOverdue(Said.FRIDAY.minusDays(1)));
        assertTrue(waiting.isOverdue(Said.FRIDAY));
        assertFalse(waiting.after(Said.marloes("Vandaag.")).isOverdue(Said.FRIDAY.plusDays(1)));
        assertFalse(Standing.begin().isOverdue(Said.FRIDAY));
    }

    @Test
    void beingSentToSomebodyOutsideEndsNothing() {
        Standing standing = after(Said.asking("Wanneer?"), new Turn.Referred(UUID.randomUUID(), Said.TUESDAY, "M-1001",
                "Marloes Hendriks", null, "Sociaal raadslieden", null, Said.FRIDAY));

        assertTrue(standing.isWaiting());
        assertNull(standing.assignedTo());
    }

    @Test
    void sayingSomethingOpensWhatWasClosed() {
        Standing closed = after(Said.asking("Wanneer?"), Said.closed());
        assertFalse(closed.open());
        assertFalse(closed.isWaiting());

        assertTrue(closed.after(Said.asking("Toch nog iets")).open());
    }

    private static Standing after(Turn... turns) {
        return Stream.of(turns).reduce(Standing.begin(), Standing::after, (left, right) -> right);
    }
}
