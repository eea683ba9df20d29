package nl.opkoers.municipality;

/** An answer of the municipality. That somebody is not known there is an answer too, and no failure. */
public sealed interface Reply {

    /** A body, with the tag by which to ask whether it changed. */
    record Found(String body, String etag) implements Reply {
    }

    /** What is known already still holds. */
    record Unchanged() implements Reply {
    }

    /** Not known to the municipality. */
    record Absent() implements Reply {
    }
}
