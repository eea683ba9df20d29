package nl.opkoers.looks;

import java.time.LocalDate;
import java.util.List;

/** Who of the staff may see the participant who is signed in, today. The room that knows the people provides it. */
public interface Viewers {

    List<Viewer> today();

    /** Whether that is known now: otherwise there may be others. */
    boolean isKnown();

    /**
     * Somebody who may see something.
     *
     * @param name    {@code null} when the municipality does not tell it
     * @param instead the name of the colleague for whom they stand in; {@code null} when for none, or not told
     * @param until   the last day of that; {@code null} when not told
     */
    record Viewer(String name, Purpose purpose, String instead, LocalDate until) {
    }
}
