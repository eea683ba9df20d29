package nl.opkoers.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;

/** Where pictures are kept. */
@ApplicationScoped
class PictureRows {

    private static final String OWN = " where municipality = :municipality and participant = :participant";
    private static final String ONE = OWN + " and id = :id";

    private final StatelessSession rows;

    PictureRows(StatelessSession rows) {
        this.rows = rows;
    }

    @Transactional
    boolean has(ParticipantKey key, UUID id) {
        return of(rows.createNativeQuery("select count(*) from picture" + ONE, Long.class), key).setParameter("id", id)
                .getSingleResult() > 0;
    }

    @Transactional
    long number(ParticipantKey key) {
        return of(rows.createNativeQuery("select count(*) from picture" + OWN, Long.class), key).getSingleResult();
    }

    @Transactional
    Optional<Picture> find(ParticipantKey key, UUID id) {
        return of(rows.createNativeQuery("select jpeg, width, height from picture" + ONE, Object[].class), key)
                .setParameter("id", id).getResultStream()
                .map(row -> new Picture(id, (byte[]) row[0], (Integer) row[1], (Integer) row[2])).findFirst();
    }

    /** What is there already stays: a picture is never changed. */
    @Transactional
    void keep(ParticipantKey key, Picture picture, Instant now) {
        of(rows.createNativeMutationQuery("insert into picture (municipality, participant, id, jpeg, width, height, kept_at)"
                + " values (:municipality, :participant, :id, :jpeg, :width, :height, :now) on conflict do nothing"), key)
                .setParameter("id", picture.id()).setParameter("jpeg", picture.jpeg()).setParameter("width", picture.width())
                .setParameter("height", picture.height()).setParameter("now", now).executeUpdate();
    }

    @Transactional
    void remove(ParticipantKey key, UUID id) {
        of(rows.createNativeMutationQuery("delete from picture" + ONE), key).setParameter("id", id).executeUpdate();
    }

    private static <Q extends CommonQueryContract> Q of(Q query, ParticipantKey key) {
        query.setParameter("municipality", key.municipality()).setParameter("participant", key.participant());
        return query;
    }
}
