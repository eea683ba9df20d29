package nl.opkoers.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/**
 * Whose turn it is. Only the first message of a person that waits has a moment at which it is due, so that looking for one
 * never passes all that somebody has waiting. All within the transaction of the caller.
 */
@ApplicationScoped
class OutboxQueue {

    private static final List<String> KNOWN = Stream.of(Outgoing.Kind.values()).map(Outgoing.Kind::name).toList();

    private final StatelessSession rows;

    OutboxQueue(StatelessSession rows) {
        this.rows = rows;
    }

    /**
     * Adds a message, unless its id is there already.
     *
     * <p>It is given no moment when it comes after another one: that one passes the turn on when it is settled. For that
     * it must not be settled before this is committed, so it is held until then. If it cannot be held, because it is being
     * delivered now, this one is due at once, and merely waits for it.
     */
    boolean add(Outgoing outgoing, Instant now) {
        return rows.createNativeMutationQuery("with before as (select 1 from outbox where municipality = :municipality"
                        + " and participant = :participant and state = 'WAITING'"
                        + " order by position desc limit 1 for update skip locked)"
                        + " insert into outbox (municipality, participant, id, kind, subject, body, created_at, next_at)"
                        + " values (:municipality, :participant, :id, :kind, :subject, cast(:body as jsonb),"
                        + " :now, case when not exists (select 1 from before) then cast(:now as timestamptz) end)"
                        + " on conflict do nothing")
                .setParameter("municipality", outgoing.municipality())
                .setParameter("participant", outgoing.participant())
                .setParameter("id", outgoing.id())
                .setParameter("kind", outgoing.kind().name())
                .setParameter("subject", outgoing.subject())
                .setParameter("body", outgoing.body())
                .setParameter("now", now)
                .executeUpdate() == 1;
    }

    /**
     * A municipality's message that is due longest and held by nobody, held until the end of the transaction. One of a kind that only a
     * newer version knows is left to its nodes, and with it what the same person sent after it.
     */
    Optional<OutboxRow> next(String municipality, Instant now) {
        return rows.createNativeQuery("select * from outbox it where municipality = :municipality and state = 'WAITING'"
                        + " and next_at <= :now and kind in (:known)"
                        + " and not exists (select 1 from outbox earlier where earlier.municipality = it.municipality"
                        + " and earlier.participant = it.participant and earlier.state = 'WAITING'"
                        + " and earlier.position < it.position)"
                        + " order by next_at limit 1 for update skip locked", OutboxRow.class)
                .setParameter("municipality", municipality)
                .setParameterList("known", KNOWN)
                .setParameter("now", now)
                .uniqueResultOptional();
    }

    /** A message that still waits, held until the end of the transaction; empty when somebody else holds it. */
    Optional<OutboxRow> waiting(OutboxRow.Key key) {
        return rows.createNativeQuery("select * from outbox where municipality = :municipality and participant = :participant"
                        + " and id = :id and state = 'WAITING' for update skip locked", OutboxRow.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("id", key.id())
                .uniqueResultOptional();
    }

    void postpone(OutboxRow row) {
        rows.update(row);
    }

    /** Notes a decision, and passes the turn on to what the same person sent next. */
    void settle(OutboxRow row) {
        rows.createNativeMutationQuery("with settled as (update outbox set state = :state, attempts = :attempts,"
                        + " tried_at = :now, failing_seconds = :failing, settled_at = :now, refusal = cast(:refusal as jsonb)"
                        + " where municipality = :municipality and participant = :participant and id = :id)"
                        + " update outbox set next_at = :now where municipality = :municipality"
                        + " and participant = :participant and state = 'WAITING' and position = (select min(position)"
                        + " from outbox where municipality = :municipality and participant = :participant"
                        + " and state = 'WAITING' and position > :position)")
                .setParameter("municipality", row.key.municipality())
                .setParameter("participant", row.key.participant())
                .setParameter("id", row.key.id())
                .setParameter("position", row.position)
                .setParameter("state", row.state.name())
                .setParameter("attempts", row.attempts)
                .setParameter("failing", row.failingSeconds)
                .setParameter("refusal", row.refusal)
                .setParameter("now", row.settledAt)
                .executeUpdate();
    }

    /** Gives the turn to first messages that have none, because somebody took away by hand what came before them. */
    int mend(Instant now) {
        return rows.createNativeMutationQuery("update outbox it set next_at = :now where state = 'WAITING' and next_at is null"
                        + " and not exists (select 1 from outbox earlier where earlier.municipality = it.municipality"
                        + " and earlier.participant = it.participant and earlier.state = 'WAITING'"
                        + " and earlier.position < it.position)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
