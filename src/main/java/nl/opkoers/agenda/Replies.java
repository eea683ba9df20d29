package nl.opkoers.agenda;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.Sent;
import nl.opkoers.municipality.contract.Agenda;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/** What people let know about their agenda: kept, and told to the municipality as soon as it can be reached. */
@ApplicationScoped
public class Replies {

    private final Outbox outbox;
    private final KeptAgendas agendas;
    private final SeenItems seen;
    private final StatelessSession rows;
    private final Clock clock;

    Replies(Outbox outbox, KeptAgendas agendas, SeenItems seen, StatelessSession rows, Clock clock) {
        this.outbox = outbox;
        this.agendas = agendas;
        this.seen = seen;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What somebody last let know about each thing in their agenda, the newest first, also what the municipality heard in another way.
     * Two queries, and nobody is asked. Only for somebody whom who asks may see.
     */
    public List<Replied> latest(ParticipantKey key, int most) {
        List<Sent> sent = of(key);
        List<Agenda.Item> items = agendas.seenLast(key).map(Agenda::items).orElse(List.of()).stream()
                .filter(item -> item.id() != null).toList();
        Stream<Replied> known = items.stream().flatMap(item -> Told.about(item, sent).stream()
                .map(told -> new Replied(new Card(item, told, null, SameTime.NOTHING, clock.instant()), told)));
        Set<String> counted = items.stream().map(Agenda.Item::id).collect(Collectors.toCollection(HashSet::new));
        // Of each subject what was said last comes first.
        Stream<Replied> others = sent.stream().filter(each -> counted.add(each.subject()))
                .map(each -> new Replied(null, Told.sent(each, false)));
        return Stream.concat(known, others)
                .sorted(Comparator.comparing(Replied::getAt, Comparator.nullsFirst(Comparator.naturalOrder())).reversed())
                .limit(most).toList();
    }

    /** What somebody let know from here, the newest first. */
    List<Sent> of(ParticipantKey key) {
        return outbox.sent(key.municipality(), key.participant(), Outgoing.Kind.REPLIES);
    }

    /** The same of who asks for a page. */
    List<Sent> mine(ParticipantKey key) {
        return outbox.replies(key.municipality(), key.participant());
    }

    /** Whether a form was sent before: by a second tap, or the way back. */
    boolean isKept(ParticipantKey key, UUID id) {
        return of(key).stream().anyMatch(sent -> sent.id().equals(id));
    }

    /**
     * Keeps a reply about an item as it was seen, unless just that was the last thing said of it. What it says more is always kept:
     * the municipality goes by what it heard last. Who replies has seen the item.
     */
    void keep(ParticipantKey key, Agenda.Item item, TypedReply reply) {
        QuarkusTransaction.requiringNew().run(() -> {
            // One at a time for each person: the same thing said in two tabs at once is said once.
            rows.get(AgendaSnapshot.class, key, LockMode.PESSIMISTIC_WRITE);
            if (reply.isWithMore() || Told.about(item, of(key)).filter(told -> told.says(reply.kind())).isEmpty()) {
                outbox.add(reply.outgoing(key, item.id()));
            }
            seen.keep(key, item.id(), reply.version());
        });
    }
}
