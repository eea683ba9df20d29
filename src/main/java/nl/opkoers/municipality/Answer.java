package nl.opkoers.municipality;

import java.time.Instant;
import java.util.Optional;

/** What came of telling the municipality something. */
sealed interface Answer {

    /**
     * It has it.
     *
     * @param given its own id of what it was told; {@code null} when it gives none
     */
    record Accepted(String given) implements Answer {
    }

    /** It does not take this, and says why. */
    record Rejected(Refusal refusal) implements Answer {
    }

    /** It fails on it: perhaps on everything, perhaps on this alone. */
    record Failed(Optional<Instant> notBefore) implements Answer {
    }

    /**
     * Something in between answers, which decides nothing: perhaps on everything, perhaps on this alone.
     *
     * @param what its status and kind, for who mends it
     */
    record Unclear(String what, Optional<Instant> notBefore) implements Answer {
    }

    /** It says nothing about this: it is busy, or it wants another token. */
    record NotNow(Optional<Instant> notBefore) implements Answer {
    }
}
