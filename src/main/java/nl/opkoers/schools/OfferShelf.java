package nl.opkoers.schools;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import nl.opkoers.municipality.Kept;
import nl.opkoers.municipality.LastSeen;
import nl.opkoers.municipality.OneRow;
import nl.opkoers.municipality.Reply;
import nl.opkoers.municipality.Seen;
import org.hibernate.StatelessSession;

/**
 * One kind of offer as last seen: in memory, read once however often it is searched, and in a row, so that a portal that
 * is started during an outage has it too.
 */
final class OfferShelf<T> {

    /** Those of the nodes, at the most. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    private final OfferSnapshot.Key key;
    private final Function<String, List<T>> reader;
    private final Function<String, Reply> ask;
    private final LastSeen lastSeen;
    private final StatelessSession session;
    private final Clock clock;
    private final AtomicReference<Kept> memory = new AtomicReference<>();
    private final AtomicReference<Read<T>> read = new AtomicReference<>();

    OfferShelf(OfferSnapshot.Key key, Function<String, List<T>> reader, Function<String, Reply> ask, LastSeen lastSeen,
            StatelessSession session, Clock clock) {
        this.key = key;
        this.reader = reader;
        this.ask = ask;
        this.lastSeen = lastSeen;
        this.session = session;
        this.clock = clock;
    }

    /** What a body says. */
    private record Read<T>(String body, List<T> offers) {
    }

    /** What is on offer, as well as it is known now. */
    Seen<List<T>> all() {
        // What was seen later than now was seen while a clock was wrong: nobody knows how old it is.
        Optional<Kept> kept = Optional.ofNullable(memory.get()).or(this::stored)
                .filter(seen -> seen.confirmedAt().isBefore(clock.instant().plus(CLOCKS_DIFFER_BY)));
        return lastSeen.read(key.kind(), this::read, kept, ask, this::keep);
    }

    /** The same body is the same offer. */
    private List<T> read(String body) {
        Read<T> last = read.get();
        if (last == null || !last.body().equals(body)) {
            last = new Read<>(body, reader.apply(body));
            read.set(last);
        }
        return last.offers();
    }

    private Optional<Kept> stored() {
        Optional<Kept> stored = QuarkusTransaction.joiningExisting()
                .call(() -> Optional.ofNullable(session.get(OfferSnapshot.class, key)).map(OfferSnapshot::kept));
        stored.ifPresent(memory::set);
        return stored;
    }

    private void keep(Kept kept) {
        Kept before = memory.getAndSet(kept);
        boolean same = before != null && Objects.equals(before.body(), kept.body());
        OneRow.write(() -> {
            if (!same || !confirm(kept)) {
                session.upsert(OfferSnapshot.of(key, kept));
            }
        });
    }

    /** When nothing changed, only the moment is written: the rest is large. */
    private boolean confirm(Kept kept) {
        return session.createMutationQuery("update OfferSnapshot set confirmedAt = :now where key = :key")
                .setParameter("now", kept.confirmedAt()).setParameter("key", key).executeUpdate() == 1;
    }
}
