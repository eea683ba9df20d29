package nl.opkoers.notice;

import java.util.Optional;

/** Who brings notices to people, by one channel. */
interface Provider {

    Channel channel();

    /** Whether the operator set it up. */
    boolean isThere();

    /** Hands it over, once, and does not wait for long. */
    Handed hand(Letter letter);

    /** Whether what was taken has arrived; empty when that is not known yet, or never will be. */
    default Optional<Boolean> arrived(String reference) {
        return Optional.empty();
    }
}
