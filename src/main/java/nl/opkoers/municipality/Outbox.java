package nl.opkoers.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import org.hibernate.StatelessSession;

/**
 * What people send to the municipality. It is kept here, together with what it changes here, and delivered whenever the
 * municipality can be reached: nobody waits for that, and nothing is lost by an outage.
 */
@ApplicationScoped
public class Outbox {

    /** More than somebody could have under way; a page that shows it stays a page. */
    private static final int MOST_SHOWN = 200;

    private final StatelessSession rows;
    private final Contract contract;
    private final Clock clock;

    Outbox(StatelessSession rows, Contract contract, Clock clock) {
        this.rows = rows;
        this.contract = contract;
        this.clock = clock;
    }

    /**
     * Keeps something to deliver, in the transaction of the caller: it goes out when that succeeds, and only then.
     *
     * @return whether it is new; otherwise the same id was there already, and nothing happens
     * @throws jakarta.transaction.TransactionalException when the caller has no transaction
     */
    @Transactional(TxType.MANDATORY)
    public boolean add(Outgoing outgoing) {
        return rows.createNativeMutationQuery("insert into outbox"
                        + " (municipality, participant, id, kind, subject, body, created_at, next_at)"
                        + " values (:municipality, :participant, :id, :kind, :subject, cast(:body as jsonb), :now, :now)"
                        + " on conflict do nothing")
                .setParameter("municipality", outgoing.municipality())
                .setParameter("participant", outgoing.participant())
                .setParameter("id", outgoing.id())
                .setParameter("kind", outgoing.kind().name())
                .setParameter("subject", outgoing.subject())
                .setParameter("body", outgoing.body())
                .setParameter("now", clock.instant())
                .executeUpdate() == 1;
    }

    /** What this person sent and is still kept, the newest first: all that waits, and what was settled lately. */
    @Transactional
    public List<Sent> sent(String municipality, String participant) {
        return rows.createSelectionQuery("from OutboxRow where key.municipality = :municipality"
                        + " and key.participant = :participant order by position desc", OutboxRow.class)
                .setParameter("municipality", municipality)
                .setParameter("participant", participant)
                .setMaxResults(MOST_SHOWN)
                .getResultStream().map(this::sent).toList();
    }

    private Sent sent(OutboxRow row) {
        JsonNode version = contract.read(row.body, JsonNode.class).path("versie");
        return new Sent(row.key.id(), row.kind, row.subject, version.isInt() ? version.intValue() : null, row.createdAt,
                delivery(row));
    }

    private Delivery delivery(OutboxRow row) {
        return switch (row.state) {
            case WAITING -> row.attempts == 0 ? new Delivery.Saved() : new Delivery.OnItsWay(row.attempts);
            case ARRIVED -> new Delivery.Arrived(row.settledAt);
            case REFUSED -> new Delivery.Refused(row.settledAt, contract.read(row.refusal, Refusal.class));
        };
    }
}
