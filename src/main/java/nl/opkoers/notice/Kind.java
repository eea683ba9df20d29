package nl.opkoers.notice;

/** What is sent to somebody's own address. */
enum Kind {
    /** That something waits in the portal. */
    NUDGE,
    /** A code, by which they show that they read what is sent there. */
    CODE,
    /** At the address that was left: that notices go elsewhere from now on. */
    CHANGED,
    /** At the address that was left: that nothing comes there any more. */
    STOPPED
}
