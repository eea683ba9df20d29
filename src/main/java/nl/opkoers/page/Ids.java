package nl.opkoers.page;

import java.util.Optional;
import java.util.UUID;

/** Reads ids that come from outside. */
public final class Ids {

    private Ids() {
    }

    /** The id in a text; empty when there is none. */
    public static Optional<UUID> of(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
