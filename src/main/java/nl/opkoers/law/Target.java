package nl.opkoers.law;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A date by which an authority means to have done something. It binds that authority and is often missed, so it is never shown as a
 * deadline of the person who waits.
 *
 * @param date the last day of the target
 * @param basis the rule that sets the target
 */
public record Target(LocalDate date, Fact basis) {

    public Target {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(basis, "basis");
    }
}
