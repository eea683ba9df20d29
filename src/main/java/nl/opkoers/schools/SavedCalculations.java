package nl.opkoers.schools;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.identity.ParticipantKey;
import org.hibernate.StatelessSession;

/** The calculations that people kept. Nobody but they themselves reads them. */
@ApplicationScoped
class SavedCalculations {

    /** More than anybody compares; a page that shows them all stays a page. */
    static final int MOST = 20;

    private static final String OWN = " where key.municipality = :municipality and key.participant = :participant";

    private final StatelessSession rows;
    private final Clock clock;

    SavedCalculations(StatelessSession rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * A calculation that was kept.
     *
     * @param form    what was filled in
     * @param total   what came out then
     * @param missing what was not known then and is not in the total; none also when it was kept before that was noted
     */
    record Saved(UUID id, CostForm form, Range total, List<Outcome.Kind> missing, Instant savedAt) {

        Saved {
            missing = List.copyOf(missing);
        }
    }

    /** All of this person, the newest first. One query. */
    @Transactional
    List<Saved> of(ParticipantKey key) {
        return rows.createSelectionQuery("from CalculationRow" + OWN + " order by savedAt desc, key.id", CalculationRow.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .getResultStream().map(SavedCalculations::read).toList();
    }

    /** One of this person; empty when they have none with this id. */
    @Transactional
    Optional<Saved> find(ParticipantKey key, UUID id) {
        return Optional.ofNullable(rows.get(CalculationRow.class, rowKey(key, id))).map(SavedCalculations::read);
    }

    /**
     * Keeps a calculation. Doing it twice is the same as doing it once.
     *
     * @return whether there was room for it
     */
    @Transactional
    boolean keep(ParticipantKey key, UUID id, CostForm form, Outcome outcome) {
        if (isFullWithout(key, id)) {
            return false;
        }
        rows.createNativeMutationQuery("insert into cost_calculation"
                        + " (municipality, participant, id, typed, total_from, total_to, missing, saved_at)"
                        + " values (:municipality, :participant, :id, cast(:typed as jsonb), :from, :to, cast(:missing as jsonb), :now)"
                        + " on conflict (municipality, participant, id) do nothing")
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("id", id)
                .setParameter("typed", write(form))
                .setParameter("from", outcome.getTotal().from())
                .setParameter("to", outcome.getTotal().to())
                .setParameter("missing", new JsonArray(outcome.getMissing()).encode())
                .setParameter("now", clock.instant())
                .executeUpdate();
        return true;
    }

    /**
     * Takes a calculation away.
     *
     * @return whether this person had one with this id
     */
    @Transactional
    boolean remove(ParticipantKey key, UUID id) {
        return rows.createMutationQuery("delete from CalculationRow where key = :key")
                .setParameter("key", rowKey(key, id)).executeUpdate() == 1;
    }

    private boolean isFullWithout(ParticipantKey key, UUID id) {
        return rows.createSelectionQuery("select count(*) from CalculationRow" + OWN + " and key.id <> :id", Long.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("id", id)
                .getSingleResult() >= MOST;
    }

    private static CalculationRow.Key rowKey(ParticipantKey key, UUID id) {
        return new CalculationRow.Key(key.municipality(), key.participant(), id);
    }

    private static String write(CostForm form) {
        JsonObject typed = new JsonObject();
        form.typed().forEach(typed::put);
        return typed.encode();
    }

    private static Saved read(CalculationRow row) {
        Map<String, String> typed = new JsonObject(row.typed).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> String.valueOf(field.getValue())));
        return new Saved(row.key.id(), CostForm.of(typed), new Range(row.totalFrom, row.totalTo), missing(row.missing), row.savedAt);
    }

    /** A sort of cost that only another version knows is left out. */
    private static List<Outcome.Kind> missing(String written) {
        JsonArray names = new JsonArray(Objects.requireNonNullElse(written, "[]"));
        return Stream.of(Outcome.Kind.values()).filter(kind -> names.contains(kind.name())).toList();
    }
}
