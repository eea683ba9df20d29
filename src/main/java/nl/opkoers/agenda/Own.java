package nl.opkoers.agenda;

import java.util.List;
import java.util.Optional;
import nl.opkoers.municipality.Sent;
import nl.opkoers.municipality.contract.Agenda;

/**
 * What somebody adds to their agenda themselves.
 *
 * @param sent what they let know from here, the newest first
 * @param seen what they said that they saw
 * @param work when they work; without mistakes
 */
record Own(List<Sent> sent, List<SeenItem> seen, List<WorkPattern> work) {

    /** What they last let know about an item. */
    Optional<Told> toldAbout(Agenda.Item item) {
        return Told.about(item, sent);
    }

    /** When they last said that they saw an item, and which version of it; {@code null} when they never did. */
    SeenItem seen(Agenda.Item item) {
        return seen.stream().filter(row -> row.key.item().equals(item.id())).findFirst().orElse(null);
    }
}
