package nl.opkoers.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import nl.opkoers.scope.Row;
import org.hibernate.StatelessSession;

/**
 * What people send to the municipality. It is kept here, together with what it changes here, and delivered whenever the
 * municipality can be reached: nobody waits for that, and nothing is lost by an outage.
 */
@ApplicationScoped
public class Outbox {

    /** More of a kind than somebody could have under way; a page that shows it stays a page. */
    private static final int MOST_SHOWN = 200;

    private static final Part PART = new Part("sent", Set.of("/agenda", "/agenda/*", "/agenda/letter", "/agenda/talk"),
            List.of("it.id", "it.kind", "it.subject", "it.body ->> 'versie'", "it.state", "it.attempts", "it.created_at",
                    "it.settled_at", "it.refusal"),
            "outbox" + Part.MINE + " and it.kind in ("
            + Outgoing.Kind.REPLIES.stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "))
            + ") order by it.position desc limit " + MOST_SHOWN);

    private final OutboxQueue queue;
    private final AtOnce atOnce;
    private final StatelessSession rows;
    private final Contract contract;
    private final Clock clock;

    Outbox(OutboxQueue queue, AtOnce atOnce, StatelessSession rows, Contract contract, Clock clock) {
        this.queue = queue;
        this.atOnce = atOnce;
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
     * of their hours, which they do not send themselves, and without what only a newer version knows.
     */
    @Transactional
    public List<Sent> sent(String municipality, String participant) {
        return sent(municipality, participant, Outgoing.Kind.BY_THE_PERSON);
    }

    /** The same of these kinds: however much of others came after it. */
    @Transactional
    public List<Sent> sent(String municipality, String participant, Collection<Outgoing.Kind> kinds) {
        return rows.createSelectionQuery("from OutboxRow where key.municipality = :municipality"
                        + " and key.participant = :participant and kind in :kinds order by position desc", OutboxRow.class)
                .setParameter("municipality", municipality)
                .setParameter("participant", participant)
                .setParameter("kinds", kinds)
                .setMaxResults(MOST_SHOWN)
                .getResultStream().map(this::sent).toList();
    }

    /** How far one thing has come that is told of this person, whoever had it told; empty when it is not kept any more. */
    @Transactional
    public Optional<Delivery> delivery(String municipality, String participant, UUID id) {
        return rows.createSelectionQuery("from OutboxRow where key = :key and kind in :known", OutboxRow.class)
                .setParameter("key", new OutboxRow.Key(municipality, participant, id))
                .setParameter("known", List.of(Outgoing.Kind.values()))
                .getResultStream().findFirst().map(this::delivery);
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    /** What who asks for a page let know about their agenda. */
    public List<Sent> replies(String municipality, String participant) {
        return atOnce.take(PART).map(found -> found.stream().map(this::sent).toList())
                .orElseGet(() -> QuarkusTransaction.joiningExisting().call(() -> sent(municipality, participant, Outgoing.Kind.REPLIES)));
    }

    private Sent sent(Row row) {
        return new Sent(row.id(0), Outgoing.Kind.valueOf(row.text(1)), row.text(2),
                row.text(3) == null ? null : Integer.valueOf(row.text(3)), row.moment(6),
                delivery(OutboxRow.State.valueOf(row.text(4)), (int) row.number(5), row.moment(7), row.text(8)));
    }

    private Sent sent(OutboxRow row) {
        JsonNode version = contract.read(row.body, JsonNode.class).path("versie");
        return new Sent(row.key.id(), row.kind, row.subject, version.isInt() ? version.intValue() : null, row.createdAt, delivery(row));
    }

    private Delivery delivery(OutboxRow row) {
        return delivery(row.state, row.attempts, row.settledAt, row.refusal);
    }

    private Delivery delivery(OutboxRow.State state, int attempts, Instant settledAt, String refusal) {
        return switch (state) {
            case WAITING -> attempts == 0 ? new Delivery.Saved() : new Delivery.OnItsWay(attempts);
            case ARRIVED -> new Delivery.Arrived(settledAt);
            case REFUSED -> new Delivery.Refused(settledAt, contract.read(refusal, Refusal.class));
        };
    }
}
