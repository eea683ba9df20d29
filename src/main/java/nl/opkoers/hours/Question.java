package nl.opkoers.hours;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked about what somebody wrote, because it may be a slip of the finger. Who says that it is right goes on. */
public enum Question {
    /** With what else is logged that day it is over twelve hours. */
    LONGDAY,
    /** It is at the time of a lesson. */
    LESSONTIME,
    /** The same was done on more than seven days in a row. */
    EVERYDAY,
    /** The day is after the end of the term. */
    AFTERTERM,
    /** A number in the words may be a BSN. */
    BSN;

    /** These as one field of a form, by which somebody says of all of them that it is right. */
    static String names(Collection<Question> asked) {
        return asked.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** Those of these of which such a field does not say so. @param sure {@code null} when nothing is said */
    static Set<Question> unanswered(Collection<Question> asked, String sure) {
        List<String> answered = List.of(String.valueOf(sure).split(","));
        return asked.stream().filter(question -> !answered.contains(question.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Question.class)));
    }
}
