package nl.opkoers.municipality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.opkoers.scope.Part;
import nl.opkoers.scope.Row;
import org.hibernate.StatelessSession;

/** Answers about a person as last seen, one row each. A page reads them here, and asks the municipality when that is due. */
@ApplicationScoped
public class KeptRows {

    private final LastSeen lastSeen;
    private final StatelessSession rows;

    KeptRows(LastSeen lastSeen, StatelessSession rows) {
        this.lastSeen = lastSeen;
        this.rows = rows;
    }

    /**
     * Where answers of one type are kept.
     *
     * @param type  what the answer is
     * @param table the rows that keep it; their key is called {@code key}
     */
    public record Place<T>(Class<T> type, Class<? extends KeptRow> table) {
    }

    /**
     * What is known now. An answer to somebody whom the municipality does not know any more is forgotten.
     *
     * @param key whose it is
     * @param ask asks the municipality, given the tag of what is known (or {@code null})
     * @param row makes the row of an answer
     */
    public <T> Seen<T> read(Place<T> place, Object key, Function<String, Reply> ask, Function<Kept, KeptRow> row) {
        return read(place, key, find(place, key), ask, row);
    }

    /** As {@link #read(Place, Object, Function, Function)}, for who has read what is kept. */
    public <T> Seen<T> read(Place<T> place, Object key, Optional<Kept> last, Function<String, Reply> ask, Function<Kept, KeptRow> row) {
        Seen<T> seen = lastSeen.read(place.type(), last, ask, kept -> keep(row.apply(kept)));
        if (seen instanceof Seen.Absent<T>) {
            forget(place, key);
        }
        return seen;
    }

    /** What is kept in a table of who asks for a page. */
    public static Part part(String table, Set<String> pages) {
        return part(table, table, "it.body", pages);
    }

    /**
     * The same for pages to which a part of the body is enough.
     *
     * @param name by which it is told from the whole
     * @param body what they read instead, in SQL
     */
    public static Part part(String name, String table, String body, Set<String> pages) {
        return new Part(name, pages, List.of(body, "it.etag", "it.confirmed_at", "it.changes", "it.seen_changes"),
                table + Part.MINE);
    }

    /** What was kept, from the rows of such a part. */
    public static Optional<Kept> kept(List<Row> rows) {
        return rows.stream().findFirst().map(row -> new Kept(row.text(0), row.text(1), row.moment(2), row.number(3),
                row.number(3) != row.number(4)));
    }

    /**
     * What was last seen of many people, without asking anybody. One query; who was never seen, or cannot be read any more, is
     * not in it.
     *
     * @param table rows of which the key has a municipality and a participant
     * @param whose the participant of a row
     */
    public <T, R extends KeptRow> Map<String, Seen.Stale<T>> last(Class<T> type, Class<R> table, Function<R, String> whose,
            String municipality, Collection<String> participants) {
        List<R> found = QuarkusTransaction.requiringNew().call(() -> rows.createSelectionQuery("from " + table.getSimpleName()
                        + " where key.municipality = :municipality and key.participant in :participants", table)
                .setParameter("municipality", municipality).setParameter("participants", participants).getResultList());
        Map<String, Seen.Stale<T>> last = new HashMap<>();
        found.forEach(row -> lastSeen.last(type, row.kept()).ifPresent(seen -> last.put(whose.apply(row), seen)));
        return last;
    }

    /** What was last seen, without asking anybody; empty when it is heard to have changed since, or cannot be read any more. */
    public <T> Optional<Seen.Stale<T>> last(Place<T> place, Optional<Kept> kept) {
        return kept.filter(seen -> !seen.outdated()).flatMap(seen -> lastSeen.last(place.type(), seen));
    }

    /** What is kept under a key, without asking anybody. One query. */
    public Optional<Kept> find(Place<?> place, Object key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Optional.<KeptRow>ofNullable(rows.get(place.table(), key)).map(KeptRow::kept));
    }

    private void keep(KeptRow row) {
        OneRow.write(() -> rows.upsert(row));
    }

    private void forget(Place<?> place, Object key) {
        QuarkusTransaction.requiringNew().run(() -> rows
                .createMutationQuery("delete from " + place.table().getSimpleName() + " where key = :key")
                .setParameter("key", key).executeUpdate());
    }
}
