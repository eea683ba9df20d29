package nl.opkoers.page;

import java.util.Optional;
import java.util.UUID;

/** Reads ids that come from outside. */
public final class Ids {

    /** As an id stands in the address of a page: what stands there else is another page, or none. */
    public static final String PATTERN = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

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
