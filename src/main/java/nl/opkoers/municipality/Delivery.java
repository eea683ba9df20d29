package nl.opkoers.municipality;

import java.time.Instant;

/** How far something sent has come. */
public sealed interface Delivery {

    /** Kept here, and not tried yet. */
    record Saved() implements Delivery {
    }

    /**
     * Tried, and the municipality has not answered it yet; it is tried again.
     *
     * @param attempts how often it was tried
     */
    record OnItsWay(int attempts) implements Delivery {
    }

    /** The municipality has it. */
    record Arrived(Instant at) implements Delivery {
    }

    /** The municipality does not accept it, or cannot: it is not tried again. */
    record Refused(Instant at, Refusal refusal) implements Delivery {
    }
}
