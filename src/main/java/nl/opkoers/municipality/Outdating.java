package nl.opkoers.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hibernate.StatelessSession;

/**
 * Marks what was kept as outdated, in the caller's transaction, so that it is asked for again. For rows whose key, called
 * {@code key}, is the municipality and the participant.
 */
@ApplicationScoped
public class Outdating {

    private static final String MARK = "set changes = changes + 1 where key.municipality = :municipality";

    private final StatelessSession rows;

    Outdating(StatelessSession rows) {
        this.rows = rows;
    }

    /** Marks the rows of everybody to whom something happened, with one statement. */
    public void mark(Class<? extends KeptRow> kind, Happened happened) {
        mark(kind, happened.municipality(), happened.participants());
    }

    /** Marks the row of whoever sent what the municipality has answered now. */
    public void mark(Class<? extends KeptRow> kind, Delivered delivered) {
        mark(kind, delivered.municipality(), Set.of(delivered.participant()));
    }

    private void mark(Class<? extends KeptRow> kind, String municipality, Set<String> participants) {
        if (!participants.isEmpty()) {
            rows.createMutationQuery("update " + kind.getName() + " " + MARK + " and key.participant in :participants")
                    .setParameter("municipality", municipality)
                    .setParameter("participants", participants)
                    .executeUpdate();
        }
    }

    /** Marks all rows of the municipality. */
    public void mark(Class<? extends KeptRow> kind, AnythingMayHaveHappened anything) {
        rows.createMutationQuery("update " + kind.getName() + " " + MARK)
                .setParameter("municipality", anything.municipality())
                .executeUpdate();
    }
}
