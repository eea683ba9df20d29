package nl.opkoers.contact;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How a conversation stands: what its turns come to. It changes here and nowhere else, but for
 * the day that is promised when somebody is named who answers, where nobody was ({@link Conversations#contactIs}).
 *
 * @param open         whether it is not closed
 * @param waitingSince since when the person waits for an answer; {@code null} when they do not
 * @param answerBefore before which day an answer was promised; {@code null} when nobody waits, or nothing was promised
 * @param theirs       whether it is the person's turn: they were asked something
 * @param assignedTo   the employee who answers; {@code null} for whoever is the person's contact
 * @param assignedName the name of that employee
 * @param turns        how many there are
 * @param lastAt       when the last one was; {@code null} before there is one
 */
public record Standing(boolean open, Instant waitingSince, LocalDate answerBefore, boolean theirs, String assignedTo,
        String assignedName, int turns, Instant lastAt) {

    /** How one stands in which nothing was said yet. */
    public static Standing begin() {
        return new Standing(true, null, null, false, null, null, 0, null);
    }

    /** How it stands after one more turn. */
    public Standing after(Turn turn) {
        if (turn instanceof Turn.OfPerson person) {
            return asked(person);
        }
        if (turn instanceof Turn.Answered answer) {
            return answered(answer);
        }
        if (turn instanceof Turn.Referred referred) {
            return referred.to() == null ? counting(turn) : assigned(turn, referred.to(), referred.toName());
        }
        if (turn instanceof Turn.HandedOver over) {
            return assigned(turn, over.to(), over.toName());
        }
        return turn instanceof Turn.Closed ? closed(turn) : assigned(turn, null, null);
    }

    /** Whether somebody at the municipality has to answer. */
    public boolean isWaiting() {
        return waitingSince != null;
    }

    /** Whether somebody has to answer, before no day that was promised. */
    boolean isUnpromised() {
        return isWaiting() && answerBefore == null;
    }

    /** Whether the day has come before which an answer was promised, and there is none. */
    public boolean isOverdue(LocalDate today) {
        return answerBefore != null && !today.isBefore(answerBefore);
    }

    /** Asking again while one waits does not move the day that was promised. */
    private Standing asked(Turn.OfPerson turn) {
        return isWaiting() ? new Standing(true, waitingSince, answerBefore, false, assignedTo, assignedName, turns + 1, turn.at())
                : new Standing(true, turn.at(), turn.answerBefore(), false, assignedTo, assignedName, turns + 1, turn.at());
    }

    /** Who says before when the rest follows still owes it. */
    private Standing answered(Turn.Answered turn) {
        boolean owes = turn.answerBefore() != null;
        Instant since = waitingSince == null ? turn.at() : waitingSince;
        return new Standing(true, owes ? since : null, turn.answerBefore(), turn.asksBack(), assignedTo, assignedName,
                turns + 1, turn.at());
    }

    private Standing assigned(Turn turn, String to, String name) {
        return new Standing(open, waitingSince, answerBefore, theirs, to, name, turns + 1, turn.at());
    }

    private Standing closed(Turn turn) {
        return new Standing(false, null, null, false, assignedTo, assignedName, turns + 1, turn.at());
    }

    private Standing counting(Turn turn) {
        return assigned(turn, assignedTo, assignedName);
    }
}
