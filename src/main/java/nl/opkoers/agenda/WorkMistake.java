package nl.opkoers.agenda;

/**
 * Something in a pattern of work that cannot be right.
 *
 * @param row the day or date it is about, counted from 0; {@code null} when it is about the whole pattern
 */
public record WorkMistake(What what, Integer row) {

    /** What is wrong. */
    public enum What {
        /** There is no day in it. */
        NO_DAYS,
        /** There are more rows than anybody has use for. */
        TOO_MANY_ROWS,
        /** The day of the week is not given. */
        DAY_MISSING,
        /** The date is not given. */
        DATE_MISSING,
        /** The date is too long ago to be meant. */
        DATE_TOO_LONG_AGO,
        /** The date is too far ahead to be meant. */
        DATE_TOO_FAR_AHEAD,
        /** The days in a row at work are no number that can be meant. */
        DAYS_ON,
        /** The days in a row off work are no number that can be meant. */
        DAYS_OFF,
        BEGIN_MISSING,
        END_MISSING,
        /** It ends when or before it begins, and it is not said that it ends the next day. */
        END_NOT_AFTER_BEGIN,
        /** It ends the next day, at a later time than it begins. */
        LONGER_THAN_A_DAY,
        /** It begins before another one is over. */
        OVERLAPS_ANOTHER
    }
}
