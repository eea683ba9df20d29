package nl.opkoers.schools;

/** Whether an offer is what somebody looks for. What is not known is never taken for a 'no'. */
enum Fit {
    YES, UNKNOWN, NO;

    static Fit of(Boolean known) {
        if (known == null) {
            return UNKNOWN;
        }
        return known ? YES : NO;
    }
}
