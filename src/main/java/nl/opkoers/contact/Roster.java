package nl.opkoers.contact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is away on one day and who answers instead, as colleagues noted it here. Who stands in may go away too: then whoever stands in
 * for them answers for both, as {@code asks_for_colleagues} says in the database.
 */
record Roster(List<Absence> absences) {

    /** Who answers in the end for an employee, in the days of all who are away; empty when they are there. Of two the longest counts. */
    Optional<Absence> standIn(String employee) {
        return absences.stream().filter(absence -> absence.employee().equals(employee)).max(Comparator.comparing(Absence::until))
                .map(absence -> without(employee).standIn(absence.substitute()).map(absence::passedOn).orElse(absence));
    }

    /** All who may answer for an employee in the days that they are asked to: each who stands in, also while they are away themselves. */
    List<Absence> allFor(String employee) {
        return ahead(employee).filter(absence -> !absence.substitute().equals(employee)).toList();
    }

    private Stream<Absence> ahead(String employee) {
        return absences.stream().filter(absence -> absence.employee().equals(employee)).flatMap(absence -> Stream.concat(
                Stream.of(absence), without(employee).ahead(absence.substitute()).map(absence::passedOn)));
    }

    /** For whom an employee answers, as far as colleagues noted it. */
    List<Absence> coveredBy(String substitute) {
        return without(substitute).behind(substitute).toList();
    }

    private Stream<Absence> behind(String substitute) {
        return absences.stream().filter(absence -> absence.substitute().equals(substitute)).flatMap(absence -> Stream.concat(
                Stream.of(absence), without(absence.employee()).behind(absence.employee()).map(other -> other.passedOn(absence))));
    }

    /** Whoever was passed is not passed again, so that two who stand in for each other are no circle. */
    private Roster without(String employee) {
        return new Roster(absences.stream().filter(absence -> !absence.employee().equals(employee)).toList());
    }
}
