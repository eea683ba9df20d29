package nl.opkoers.hours;

/** What is asked about what somebody wrote, because it may be a slip of the finger. Who says that it is right goes on. */
public enum Question {
    /** With what else is logged that day it is over twelve hours. */
    LONGDAY,
    /** It is at the time of a lesson. */
    LESSONTIME,
    /** The same was done on more than seven days in a row. */
    EVERYDAY,
    /** The day is after the end of the term. */
    AFTERTERM
}
