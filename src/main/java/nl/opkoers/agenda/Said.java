package nl.opkoers.agenda;

import nl.opkoers.municipality.Outgoing;

/** What somebody can have let know, of all that the municipality is told. */
public enum Said {
    CONFIRM, DECLINE, MOVE;

    static Said of(Outgoing.Kind kind) {
        return valueOf(kind.name());
    }
}
