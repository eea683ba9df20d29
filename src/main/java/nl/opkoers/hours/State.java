package nl.opkoers.hours;

/** How an entry stands. */
public enum State {
    /** Kept, and seen by nobody else yet. */
    CONCEPT,
    /** Waits for a coach. */
    WAITING,
    /** A coach asks something. */
    ASKED,
    /** Counts. */
    ACCEPTED,
    /** Does not count, for a reason. */
    REFUSED,
    /** Taken back by who logged it. */
    WITHDRAWN
}
