package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** When there last was contact with people in a conversation, either way. Who may know it is asked before. */
@ApplicationScoped
public class LastContacts {

    private final StatelessSession rows;

    LastContacts(StatelessSession rows) {
        this.rows = rows;
    }

    /** The moment by participant; with whom there never was any is not in it. One query, one row read for each of them. */
    @Transactional
    public Map<String, Instant> of(String municipality, Collection<String> participants) {
        return participants.isEmpty() ? Map.of() : rows.createNativeQuery("select person.id, said.at"
                        + " from unnest(cast(:participants as text[])) person(id) cross join lateral (select it.at"
                        + " from conversation_turn it where it.municipality = :municipality and it.participant = person.id"
                        + " and it.turn ->> 'turn' in ('said', 'not-understood', 'answered') order by it.at desc limit 1) said",
                        Tuple.class)
                .setParameter("municipality", municipality)
                .setParameter("participants", participants.toArray(String[]::new)).getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Instant.class)));
    }
}
