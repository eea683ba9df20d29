package nl.opkoers.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;

/** Where documents are kept. */
@ApplicationScoped
class DocumentRows {

    private static final String OWN = " where municipality = :municipality and participant = :participant";
    private static final String ONE = OWN + " and id = :id";

    private final StatelessSession rows;

    DocumentRows(StatelessSession rows) {
        this.rows = rows;
    }

    @Transactional
    long number(ParticipantKey key) {
        return of(rows.createNativeQuery("select count(*) from document" + OWN, Long.class), key).getSingleResult();
    }

    /** Which of these are documents of this person. */
    @Transactional
    Set<UUID> among(ParticipantKey key, Collection<UUID> ids) {
        return Set.copyOf(of(rows.createNativeQuery("select id from document" + OWN + " and id = any(:ids)", UUID.class), key)
                .setParameter("ids", ids.toArray(UUID[]::new)).getResultList());
    }

    @Transactional
    Optional<Document> find(ParticipantKey key, UUID id) {
        return of(rows.createNativeQuery("select pdf from document" + ONE, byte[].class), key).setParameter("id", id)
                .getResultStream().map(pdf -> new Document(id, pdf)).findFirst();
    }

    /** What is there already stays: a document is never changed. */
    @Transactional
    void keep(ParticipantKey key, Document document, Instant now) {
        of(rows.createNativeMutationQuery("insert into document (municipality, participant, id, pdf, kept_at)"
                + " values (:municipality, :participant, :id, :pdf, :now) on conflict do nothing"), key)
                .setParameter("id", document.id()).setParameter("pdf", document.pdf()).setParameter("now", now).executeUpdate();
    }

    private static <Q extends CommonQueryContract> Q of(Q query, ParticipantKey key) {
        query.setParameter("municipality", key.municipality()).setParameter("participant", key.participant());
        return query;
    }
}
