package nl.opkoers.dossier;

import java.util.Optional;
import nl.opkoers.municipality.contract.Contacts;

/** Who is away, as colleagues noted it here, so that no page sends anybody to them. The room that keeps it provides it. */
public interface Away {

    /** Whether an employee of the municipality of who asks is away today. */
    default boolean isAway(String employee) {
        return standIn(employee).isPresent();
    }

    /** Who answers for an employee today, and until when, in the words of the municipality; empty when they are there. */
    Optional<Contacts.Substitute> standIn(String employee);
}
