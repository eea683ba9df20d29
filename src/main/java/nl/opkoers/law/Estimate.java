package nl.opkoers.law;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A date this portal works out as long as no authority has given one. Always shown as an estimate.
 *
 * @param date the expected date
 * @param basis the rule it was worked out with
 */
public record Estimate(LocalDate date, Fact basis) {

    public Estimate {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(basis, "basis");
    }
}
