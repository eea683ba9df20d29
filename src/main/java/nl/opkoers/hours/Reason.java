package nl.opkoers.hours;

import java.util.EnumSet;
import java.util.Set;

/** Why an entry is refused, or what is asked about it. People read it in their own language. */
public enum Reason {
    /** What was done is not clear. */
    UNCLEAR,
    /** Where it was, or with which organisation. */
    WHERE,
    /** Who can say that it was so. */
    WHO,
    /** Something that shows it, such as a photo. */
    PROOF,
    /** The date cannot be right. */
    DATE,
    /** The time it took cannot be right. */
    DURATION,
    /** It is logged twice. */
    TWICE,
    /** It is lesson time, which is counted apart. */
    LESSON,
    /** This activity does not count. */
    NOTCOUNTED,
    /** It belongs to another kind of hours. */
    OTHERKIND,
    /** The coach says it in their own words. */
    OWNWORDS;

    private static final Set<Reason> FOR_GOOD = EnumSet.of(TWICE, LESSON, NOTCOUNTED);

    /** Whether nothing that is filled in differently makes these hours count. */
    boolean isForGood() {
        return FOR_GOOD.contains(this);
    }
}
