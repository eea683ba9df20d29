package nl.opkoers.hours;

/** Why what somebody wrote is not taken. */
public enum Mistake {
    /** This person does not log hours of this kind. */
    KIND,
    /** It is not told what was done. */
    ACTIVITY,
    /** It is not told on which day, or that is no day. */
    DAY,
    /** The day is yet to come. */
    FUTURE,
    /** The day is before the first plan (PIP): the municipality takes no hours of before it. */
    BEFOREPLAN,
    /** There is no plan (PIP) yet, so that the municipality takes no hours. */
    NOPLAN,
    /** The time it took is none, is no number of quarters, or is more than a day. */
    MINUTES,
    /** It is for a goal that is not in this person's plan. */
    GOAL,
    /** The place takes more than 100 characters. */
    PLACE,
    /** With whom takes more than 100 characters. */
    WITH,
    /** The note takes more than 500 characters. */
    NOTE,
    /** This person began as many entries today as anybody can. */
    MANYTODAY,
    /** This person has as many entries as anybody can. */
    MANY,
    /** The entry was changed meanwhile, so that this cannot be done with it any more. */
    UNFIT,
    /** This person has no such entry. */
    ABSENT
}
