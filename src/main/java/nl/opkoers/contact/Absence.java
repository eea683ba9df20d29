package nl.opkoers.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.opkoers.municipality.contract.Caseload;

/**
 * That an employee is away, and which colleague answers instead.
 *
 * @param since   the first day
 * @param until   the last day
 * @param endedAt when it was taken back or ended before its time; {@code null} when it was not
 */
public record Absence(UUID id, String employee, String employeeName, String substitute, String substituteName,
        LocalDate since, LocalDate until, Instant endedAt) {

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return endedAt == null && !day.isBefore(since) && !day.isAfter(until);
    }

    /** The same while who answers is away too: whoever answers for them does it for both, in the days that both are away. */
    Absence passedOn(Absence next) {
        return new Absence(id, employee, employeeName, next.substitute, next.substituteName,
                since.isAfter(next.since) ? since : next.since, until.isBefore(next.until) ? until : next.until, endedAt);
    }

    /** The same, as the municipality says it of its own substitutions. */
    Caseload.Instead instead() {
        return new Caseload.Instead(employee, employeeName, since, until);
    }

    /** Whether it may still hold on this day or after it. */
    public boolean isOpenAt(LocalDate day) {
        return endedAt == null && !day.isAfter(until);
    }
}
