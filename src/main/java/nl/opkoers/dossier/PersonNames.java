package nl.opkoers.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import nl.opkoers.scope.Scope;
import org.hibernate.StatelessSession;

/** What people are called, as their dossiers said last. One query, however many they are; who may know it is asked before. */
@ApplicationScoped
public class PersonNames {

    private final StatelessSession rows;

    PersonNames(StatelessSession rows) {
        this.rows = rows;
    }

    /** Names by participant; who has no dossier here, or no name in it, is not in it. */
    @Transactional
    public Map<String, String> of(String municipality, Collection<String> participants) {
        if (participants.isEmpty()) {
            return Map.of();
        }
        // Of whom a conversation was sent on is not in the caseload: of their dossier only the name is for who answers it.
        return Scope.portal(() -> rows.createNativeQuery("select participant, body #>> '{persoon,aanspreeknaam}' as name"
                        + " from dossier_snapshot where municipality = :municipality and participant = any(:participants)", Tuple.class)
                .setParameter("municipality", municipality)
                .setParameter("participants", participants.toArray(String[]::new)).getResultStream()
                .filter(row -> row.get("name") != null)
                .collect(Collectors.toMap(row -> row.get("participant", String.class), row -> row.get("name", String.class))));
    }
}
