package nl.opkoers.municipality;

import java.time.Instant;

/** How far something sent has come. */
public sealed interface Delivery {

    /** How far that is, in a word. */
    enum Step { SAVED, UNDERWAY, ARRIVED, NOTTAKEN }

    /** How far it has come, in a word. */
    Step step();

    /** Kept here, and not tried yet. */
    record Saved() implements Delivery {
        @Override
        public Step step() {
            return Step.SAVED;
        }
    }

    /**
     * Tried, and the municipality has not answered it yet; it is tried again.
     *
     * @param attempts how often it was tried
     */
    record OnItsWay(int attempts) implements Delivery {
        @Override
        public Step step() {
            return Step.UNDERWAY;
        }
    }

    /** The municipality has it. */
    record Arrived(Instant at) implements Delivery {
        @Override
        public Step step() {
            return Step.ARRIVED;
        }
    }

    /** The municipality does not accept it, or cannot: it is not tried again. */
    record Refused(Instant at, Refusal refusal) implements Delivery {
        @Override
        public Step step() {
            return Step.NOTTAKEN;
        }
    }
}
