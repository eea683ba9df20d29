package nl.opkoers.hours;

/** What happened to an entry, in a word. */
public enum Step {
    SAVED, SENT, CORRECTED, ACCEPTED, REFUSED, ASKED, UNDONE, WITHDRAWN, RETURNED;

    /** @param sentBefore whether the entry had been sent before */
    static Step of(Act act, boolean sentBefore) {
        if (act instanceof Act.Saved) {
            return SAVED;
        }
        if (act instanceof Act.Sent) {
            return sentBefore ? CORRECTED : SENT;
        }
        if (act instanceof Act.Judgement judgement) {
            return of(judgement);
        }
        if (act instanceof Act.Undone) {
            return UNDONE;
        }
        return act instanceof Act.Withdrawn ? WITHDRAWN : RETURNED;
    }

    private static Step of(Act.Judgement judgement) {
        return judgement instanceof Act.Accepted ? ACCEPTED : judgement instanceof Act.Refused ? REFUSED : ASKED;
    }
}
