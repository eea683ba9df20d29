package nl.opkoers.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** Whose turn it is. All within the transaction of the caller. */
@ApplicationScoped
class OutboxQueue {

    private final StatelessSession rows;

    OutboxQueue(StatelessSession rows) {
        this.rows = rows;
    }

    /** Who has something to deliver now, the longest due first. Somebody whose first message is to wait waits with all. */
    List<Sender> due(Instant now, int most) {
        return rows.createNativeQuery("select municipality, participant from outbox it"
                        + " where state = 'WAITING' and next_at <= :now and not exists (select 1 from outbox earlier"
                        + " where earlier.municipality = it.municipality and earlier.participant = it.participant"
                        + " and earlier.state = 'WAITING' and earlier.position < it.position)"
                        + " order by next_at limit :most", Object[].class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultStream().map(row -> new Sender((String) row[0], (String) row[1])).toList();
    }

    /**
     * The first message that waits, held until the end of the transaction; empty when it is not due, or another node holds
     * it. The second is never taken instead: what was sent first arrives first.
     */
    Optional<OutboxRow> first(Sender sender, Instant now) {
        return rows.createNativeQuery("select * from outbox where municipality = :municipality and participant = :participant"
                        + " and state = 'WAITING' and next_at <= :now and position = (select min(position) from outbox"
                        + " where municipality = :municipality and participant = :participant and state = 'WAITING')"
                        + " for update skip locked", OutboxRow.class)
                .setParameter("municipality", sender.municipality())
                .setParameter("participant", sender.participant())
                .setParameter("now", now)
                .uniqueResultOptional();
    }

    void update(OutboxRow row) {
        rows.update(row);
    }

    /** Takes away what was decided before these moments. */
    int forget(Instant arrivedBefore, Instant refusedBefore) {
        return rows.createMutationQuery("delete from OutboxRow where state = ARRIVED and settledAt < :arrivedBefore"
                        + " or state = REFUSED and settledAt < :refusedBefore")
                .setParameter("arrivedBefore", arrivedBefore)
                .setParameter("refusedBefore", refusedBefore)
                .executeUpdate();
    }
}
