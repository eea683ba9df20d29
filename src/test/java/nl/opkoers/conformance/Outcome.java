package nl.opkoers.conformance;

/** What can come of a check. */
public enum Outcome {
    PASSED,
    FAILED,
    SKIPPED,
    /** Nothing is wrong, and yet somebody wants to know. */
    NOTED
}
