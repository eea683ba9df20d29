package nl.opkoers.dossier;

import java.util.Optional;
import nl.opkoers.municipality.contract.Contacts;

/** Who is away, as colleagues noted it here, so that no page sends anybody to them. The room that keeps it provides it. */
public interface Away {

    /**
     * Who answers today for an employee of the municipality of who asks, and until when, in the words of the municipality; empty when
     * they are there.
     */
    Optional<Contacts.Substitute> standIn(String employee);
}
