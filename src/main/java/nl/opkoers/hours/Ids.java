package nl.opkoers.hours;

import java.util.Optional;
import java.util.UUID;

/** Reads ids that come from outside. */
final class Ids {

    private Ids() {
    }

    /** The id in a text; empty when there is none. */
    static Optional<UUID> of(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
