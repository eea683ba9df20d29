package nl.opkoers.agenda;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.municipality.Sent;
import nl.opkoers.municipality.contract.Agenda;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/** What people let know about their agenda: kept, and told to the municipality as soon as it can be reached. */
@ApplicationScoped
class Replies {

    private final Outbox outbox;
    private final SeenItems seen;
    private final StatelessSession rows;

    Replies(Outbox outbox, SeenItems seen, StatelessSession rows) {
        this.outbox = outbox;
        this.seen = seen;
        this.rows = rows;
    }

    /** What somebody let know from here, the newest first. */
    List<Sent> of(ParticipantKey key) {
        return outbox.sent(key.municipality(), key.participant());
    }

    /** The same of who asks for a page. */
    List<Sent> mine(ParticipantKey key) {
        return outbox.mine(key.municipality(), key.participant());
    }

    /** Whether a form was sent before: by a second tap, or the way back. */
    boolean isKept(ParticipantKey key, UUID id) {
        return of(key).stream().anyMatch(sent -> sent.id().equals(id));
    }

    /** Keeps a reply about an item as it was seen, unless just that was the last thing said of it. Who replies has seen it. */
    void keep(ParticipantKey key, Agenda.Item item, TypedReply reply) {
        QuarkusTransaction.requiringNew().run(() -> {
            // One at a time for each person: the same thing said in two tabs at once is said once.
            rows.get(AgendaSnapshot.class, key, LockMode.PESSIMISTIC_WRITE);
            if (Told.about(item, of(key)).filter(told -> told.says(reply.kind())).isEmpty()) {
                outbox.add(reply.outgoing(key, item.id()));
            }
            seen.keep(key, item.id(), reply.version());
        });
    }
}
