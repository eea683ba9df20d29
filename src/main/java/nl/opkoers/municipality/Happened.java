package nl.opkoers.municipality;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.opkoers.municipality.contract.Events;

/**
 * Things happened at the municipality: one page of its feed. Observed within the transaction that remembers that the page
 * was read, so that what an observer writes is kept exactly when the page counts as read.
 *
 * @param municipality the municipality's code
 * @param events       what happened, by number; a participant may occur more than once
 */
public record Happened(String municipality, List<Events.Event> events) {

    /** The participants it is about. */
    public Set<String> participants() {
        return events.stream().map(Events.Event::participant).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
