package nl.opkoers.coaching;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;

/** Coaches' notes about people. A version is only ever added; who may read and write about whom is asked before. */
@ApplicationScoped
class Notes {

    /** As many versions as anybody looks back on. */
    private static final int MOST_SHOWN = 20;

    private final StatelessSession rows;
    private final Clock clock;

    Notes(StatelessSession rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The versions of the note about somebody, the one that holds first. */
    @Transactional
    List<Note> of(ParticipantKey key) {
        return own(rows.createNativeQuery("select position, text, author_name, at from coach_note"
                + " where municipality = :municipality and participant = :participant order by position desc", Tuple.class), key)
                .setMaxResults(MOST_SHOWN).getResultStream()
                .map(row -> new Note(row.get("position", Integer.class), row.get("text", String.class),
                        row.get("author_name", String.class), row.get("at", Instant.class))).toList();
    }

    /**
     * Adds a version; the same one twice is added once.
     *
     * @param seen the position of the version that its author had before them, 0 when there was none
     * @return whether it is there; not when somebody wrote another one since, also its author by the same form
     */
    boolean add(ParticipantKey key, UUID id, int seen, String text, Session author) {
        return QuarkusTransaction.joiningExisting().call(() -> own(rows.createNativeMutationQuery("insert into coach_note"
                        + " (municipality, participant, position, id, text, author, author_name, at) select :municipality,"
                        + " :participant, :seen + 1, :id, :text, :author, :name, :at where :seen = (select coalesce(max(position), 0)"
                        + " from coach_note where municipality = :municipality and participant = :participant)"
                        + " on conflict do nothing"), key)
                .setParameter("id", id).setParameter("seen", seen).setParameter("text", text)
                .setParameter("author", author.person()).setParameter("name", author.shownName())
                .setParameter("at", clock.instant()).executeUpdate() == 1 || has(key, id, text));
    }

    private boolean has(ParticipantKey key, UUID id, String text) {
        return !own(rows.createNativeQuery("select 1 from coach_note where municipality = :municipality"
                + " and participant = :participant and id = :id and text = :text", Integer.class), key)
                .setParameter("id", id).setParameter("text", text).getResultList().isEmpty();
    }

    private static <Q extends CommonQueryContract> Q own(Q query, ParticipantKey key) {
        query.setParameter("municipality", key.municipality());
        query.setParameter("participant", key.participant());
        return query;
    }
}
