package nl.opkoers.hours;

import java.util.Optional;

/** What happened to an entry, in a word. */
public enum Step {
    SAVED, SENT, CORRECTED, ACCEPTED, REFUSED, ASKED, UNDONE, WITHDRAWN, RETURNED,
    /** The municipality did not take it that hours no longer count. No act: what was told says it. */
    KEPT,
    /** A coach settled that with the municipality. Neither. */
    SETTLED;

    /** What happened when this was told; empty when nobody has to know of it. */
    static Optional<Step> of(Telling telling) {
        return telling.isKept() ? Optional.of(KEPT) : telling.settledBy() != null ? Optional.of(SETTLED) : Optional.empty();
    }

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
