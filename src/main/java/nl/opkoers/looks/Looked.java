package nl.opkoers.looks;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.opkoers.identity.Shown;

/**
 * That an employee looked at something of a person, on one day.
 *
 * @param name    of the employee, as it was then
 * @param instead the name of the colleague for whom they stood in; {@code null} when for none, or that was not told
 * @param until   the last day of that; {@code null} when not told
 * @param times   how often on that day; of a list, which is written down once a day, 1
 * @param moments when on that day, to the minute, in order
 */
public record Looked(LocalDate day, Shown shown, String name, Purpose purpose, String instead, LocalDate until, int times,
        List<LocalTime> moments) {

    public Looked {
        moments = List.copyOf(moments);
    }
}
