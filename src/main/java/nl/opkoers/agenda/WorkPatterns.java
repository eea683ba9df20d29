package nl.opkoers.agenda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import org.hibernate.StatelessSession;

/** People's own work. Nobody but they themselves ever gets to see it. */
@ApplicationScoped
public class WorkPatterns {

    /** More patterns than anybody has jobs; a page that shows them all stays a page. */
    static final int MOST = 10;

    private static final Duration PUT_BACK_FOR = Duration.ofDays(1);
    private static final String OWN = " where key.municipality = :municipality and key.participant = :participant";

    private static final Part PART = new Part("work", Set.of("/agenda", "/agenda/*", "/agenda/talk", "/schools", "/schools/*",
            "/costs"), List.of("it.pattern"), "work_pattern" + Part.MINE + " and it.removed_at is null order by it.made_at, it.id");

    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final ObjectMapper json;
    private final Clock clock;

    WorkPatterns(StatelessSession rows, AtOnce atOnce, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A pattern that was kept.
     *
     * @param id which one it is, among those of the same person
     */
    record Kept(UUID id, WorkPattern pattern) {

        public WorkKind kind() {
            return WorkKind.of(pattern);
        }
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    /** When the person works who asks for a page. */
    public List<WorkPattern> mine(ParticipantKey key) {
        return atOnce.take(PART).map(found -> found.stream().map(row -> read(row.text(0))).toList()).orElseGet(() -> of(key));
    }

    /** When this person works: at most ten patterns, without mistakes, the oldest first. One query. */
    @Transactional
    public List<WorkPattern> of(ParticipantKey key) {
        return kept(key).stream().map(Kept::pattern).toList();
    }

    /** The same, each with its id. */
    @Transactional
    List<Kept> kept(ParticipantKey key) {
        return rows.createSelectionQuery("from WorkPatternRow" + OWN + " and removedAt is null order by madeAt, key.id",
                        WorkPatternRow.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .getResultStream().map(row -> new Kept(row.key.id(), read(row.pattern))).toList();
    }

    /** One pattern; empty when this person has none with this id. */
    @Transactional
    Optional<Kept> find(ParticipantKey key, UUID id) {
        return row(key, id).filter(row -> row.removedAt == null).map(row -> new Kept(id, read(row.pattern)));
    }

    /** Whether this person has taken it away, and can still put it back. */
    @Transactional
    boolean canBePutBack(ParticipantKey key, UUID id) {
        return row(key, id).filter(row -> row.removedAt != null).isPresent();
    }

    /**
     * Adds a pattern, or puts it in the place of the one with the same id. Doing it twice is the same as doing it once.
     *
     * @param pattern without mistakes
     * @return whether there was room for it
     */
    @Transactional
    boolean keep(ParticipantKey key, UUID id, WorkPattern pattern) {
        if (isFullWithout(key, id)) {
            return false;
        }
        rows.createNativeMutationQuery("insert into work_pattern (municipality, participant, id, pattern, made_at)"
                        + " values (:municipality, :participant, :id, cast(:pattern as jsonb), :now)"
                        + " on conflict (municipality, participant, id)"
                        + " do update set pattern = excluded.pattern, removed_at = null")
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("id", id)
                .setParameter("pattern", write(pattern))
                .setParameter("now", clock.instant())
                .executeUpdate();
        return true;
    }

    /**
     * Takes a pattern away. For a day it can be put back; after that it is gone.
     *
     * @return whether this person has, or just had, a pattern with this id
     */
    @Transactional
    boolean remove(ParticipantKey key, UUID id) {
        forgetRemoved();
        return rows.createMutationQuery("update WorkPatternRow set removedAt = coalesce(removedAt, :now) where key = :key")
                .setParameter("now", clock.instant())
                .setParameter("key", rowKey(key, id))
                .executeUpdate() == 1;
    }

    /**
     * Undoes {@link #remove}.
     *
     * @return whether it is there again; not when it is gone, or there is no room for it
     */
    @Transactional
    boolean putBack(ParticipantKey key, UUID id) {
        return !isFullWithout(key, id) && rows.createMutationQuery("update WorkPatternRow set removedAt = null where key = :key")
                .setParameter("key", rowKey(key, id))
                .executeUpdate() == 1;
    }

    private void forgetRemoved() {
        rows.createMutationQuery("delete from WorkPatternRow where removedAt < :before")
                .setParameter("before", clock.instant().minus(PUT_BACK_FOR)).executeUpdate();
    }

    private boolean isFullWithout(ParticipantKey key, UUID id) {
        return rows.createSelectionQuery("select count(*) from WorkPatternRow" + OWN + " and removedAt is null"
                        + " and key.id <> :id", Long.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("id", id)
                .getSingleResult() >= MOST;
    }

    private Optional<WorkPatternRow> row(ParticipantKey key, UUID id) {
        return Optional.ofNullable(rows.get(WorkPatternRow.class, rowKey(key, id)));
    }

    private static WorkPatternRow.Key rowKey(ParticipantKey key, UUID id) {
        return new WorkPatternRow.Key(key.municipality(), key.participant(), id);
    }

    /** As a pattern and not as what it happens to be, so that it says which kind it is. */
    private String write(WorkPattern pattern) {
        try {
            return json.writerFor(WorkPattern.class).writeValueAsString(pattern);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a pattern of work cannot be written", impossible);
        }
    }

    private WorkPattern read(String pattern) {
        try {
            return json.readValue(pattern, WorkPattern.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a pattern of work cannot be read", unreadable);
        }
    }
}
