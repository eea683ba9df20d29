package nl.opkoers.law;

/** What people are told of that is kept about them, each with a name and a reason of its own in their language. */
public enum KeptKind {
    /** What was being written and is not sent. */
    WRITING,
    /** Times of one's own work. */
    WORK,
    /** By which a phone reads the agenda. */
    CALENDAR,
    /** Courses that were put aside, and calculations. */
    CHOICES,
    /** What was seen already, and what changed. */
    SEEN,
    /** How often and how one wants contact. */
    WISH,
    /** Where notices go, and which were sent. */
    NOTICES,
    /** That one asked for a talk because it is too much. */
    TALKS,
    /** What was sent to the municipality, and whether it arrived. */
    SENT,
    /** Questions and answers, with what was sent along. */
    CONVERSATIONS,
    /** Hours, what was said of them, and certificates. */
    HOURS,
    /** What whoever guides somebody notes. */
    NOTES,
    /** Who looked, and what was changed. */
    LOOKS,
    /** What the municipality last told. */
    COPY,
    /** That somebody can sign in, and when they did. */
    ACCOUNT
}
