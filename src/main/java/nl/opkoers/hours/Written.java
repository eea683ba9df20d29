package nl.opkoers.hours;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * What somebody wrote of their hours: one revision of an entry.
 *
 * @param from    when it began; {@code null} when only told how long it took
 * @param minutes how long it took, in steps of 15
 * @param dutch   {@code null} when not told
 * @param goal    the code of the goal of the plan that it is for; {@code null} when not told
 * @param place   where, at most 100 characters; {@code null} when not told
 * @param with    with whom, at most 100 characters; {@code null} when not told
 * @param note    in the person's own words, at most 500 characters; {@code null} when there are none
 * @param photo   the picture that shows it; {@code null} when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Written(Kind kind, Activity activity, LocalDate day, LocalTime from, int minutes, SpokeDutch dutch, String goal,
        String place, String with, String note, UUID photo) {

    /** The time between two durations that can be told, in minutes. */
    public static final int STEP = 15;
    /** The longest that can be told at once, in minutes. */
    public static final int LONGEST = 24 * 60;
    /** The most characters of a place, and of who was there. */
    public static final int LONGEST_NAME = 100;
    /** The most characters of a note. */
    public static final int LONGEST_NOTE = 500;

    /** The same with another note. */
    public Written saying(String words) {
        return new Written(kind, activity, day, from, minutes, dutch, goal, place, with, words, photo);
    }

    /** The same on another day, without what was said and shown of that day alone. */
    public Written on(LocalDate other) {
        return new Written(kind, activity, other, from, minutes, dutch, goal, place, with, null, null);
    }

    /** Says what it is without a word of the person's. */
    @Override
    public String toString() {
        return kind + " " + day + " " + minutes;
    }
}
