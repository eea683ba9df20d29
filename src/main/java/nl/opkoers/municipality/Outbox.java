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

    private final OutboxQueue queue;
    private final StatelessSession rows;
    private final Contract contract;
    private final Clock clock;

    Outbox(OutboxQueue queue, StatelessSession rows, Contract contract, Clock clock) {
        this.queue = queue;
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
        return queue.add(outgoing, clock.instant());
    }

    /**
     * What this person sent and is still kept, the newest first: all that waits, and what was settled lately. Without what is told
     * of their hours, which they do not send themselves.
     */
    @Transactional
    public List<Sent> sent(String municipality, String participant) {
        return rows.createSelectionQuery("from OutboxRow where key.municipality = :municipality"
                        + " and key.participant = :participant and kind not in :others order by position desc", OutboxRow.class)
                .setParameter("municipality", municipality)
                .setParameter("participant", participant)
                .setParameter("others", Outgoing.Kind.NOT_BY_THE_PERSON)
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
