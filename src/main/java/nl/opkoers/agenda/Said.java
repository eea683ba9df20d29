package nl.opkoers.agenda;

import java.util.stream.Stream;
import nl.opkoers.municipality.Outgoing;

/** What somebody can have let know, of all that the municipality is told. */
public enum Said {
    CONFIRM, DECLINE, MOVE;

    /** Whether it is one of these. */
    static boolean is(Outgoing.Kind kind) {
        return Stream.of(values()).anyMatch(said -> said.name().equals(kind.name()));
    }

    static Said of(Outgoing.Kind kind) {
        return valueOf(kind.name());
    }
}
