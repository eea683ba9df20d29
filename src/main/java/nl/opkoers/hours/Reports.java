package nl.opkoers.hours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Delivered;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.Refusal;
import nl.opkoers.municipality.ReportedHours;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;

/**
 * Tells the municipality of hours that were accepted, all within the transaction of the caller, who holds the entry. It is told
 * what is so now, one message at a time for each entry: whatever comes twice or late, it ends with what is so here.
 */
@ApplicationScoped
class Reports {

    private static final String OWN = " where municipality = :municipality and participant = :participant";

    private final Outbox outbox;
    private final StatelessSession rows;
    private final ObjectMapper json;
    private final Clock clock;

    Reports(Outbox outbox, StatelessSession rows, ObjectMapper json, Clock clock) {
        this.outbox = outbox;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** Tells what is so of an entry, if the municipality has to hear that. */
    void reconcile(ParticipantKey key, Entry entry) {
        if (entry.acts().stream().anyMatch(Act.Accepted.class::isInstance)) {
            Report.of(entry, tellings(key, entry.id())).ifPresent(report -> tell(key, entry, report));
        }
    }

    /** Tells once more that hours no longer count, which the municipality did not take; nothing when something came after that. */
    void tellAgain(ParticipantKey key, Entry entry, UUID seen) {
        untold(key, entry, seen).ifPresent(still -> tell(key, entry, still.toTellAgain()));
    }

    /**
     * Notes that the municipality no longer counts hours, as if it had taken what it did not take; nothing when something came
     * after that.
     *
     * @param by the coach who settled it with the municipality
     */
    void settle(ParticipantKey key, Entry entry, UUID seen, String by, String byName) {
        untold(key, entry, seen).ifPresent(still -> own(rows.createNativeMutationQuery("insert into hour_told (municipality, participant,"
                + " id, entry, judgement, kind, minutes, content, since, settled_at, taken, given, settled_by, settled_by_name)"
                + " select municipality, participant, :id, entry, judgement, kind, minutes, content, :now, :now, true, :given, :by,"
                + " :byName from hour_told" + OWN + " and id = :seen"), key)
                .setParameter("id", UUID.randomUUID())
                .setParameter("now", clock.instant())
                .setParameter("given", still.counted().given())
                .setParameter("by", by)
                .setParameter("byName", byName)
                .setParameter("seen", seen)
                .executeUpdate());
    }

    private Optional<StillCounted> untold(ParticipantKey key, Entry entry, UUID seen) {
        return StillCounted.of(entry, tellings(key, entry.id())).filter(still -> !still.again() && still.getSeen().equals(seen));
    }

    private void tell(ParticipantKey key, Entry entry, Report report) {
        UUID id = UUID.randomUUID();
        own(rows.createNativeMutationQuery("insert into hour_told (municipality, participant, id, entry, judgement, kind, minutes,"
                + " content, since) values (:municipality, :participant, :id, :entry, :judgement, :kind, :minutes,"
                + " cast(:content as jsonb), :now)"), key)
                .setParameter("id", id)
                .setParameter("entry", entry.id())
                .setParameter("judgement", report.judgement())
                .setParameter("kind", Kind.ofCode(report.hours().kind()).name())
                .setParameter("minutes", report.hours().withdrawn() ? 0 : report.hours().minutes())
                .setParameter("content", write(report.hours()))
                .setParameter("now", clock.instant())
                .executeUpdate();
        outbox.add(report.given() == null
                ? Outgoing.hours(key.municipality(), key.participant(), id, entry.id(), report.hours())
                : Outgoing.correctedHours(key.municipality(), key.participant(), id, report.given(), report.hours()));
    }

    /** Which entry a message is about; empty when it is about none of this person's. */
    Optional<UUID> entryOf(ParticipantKey key, UUID message) {
        return own(rows.createNativeQuery("select entry from hour_told" + OWN + " and id = :id", UUID.class), key)
                .setParameter("id", message).uniqueResultOptional();
    }

    /** Notes what the municipality decided. */
    Telling settle(ParticipantKey key, UUID entry, Delivered delivered) {
        own(rows.createNativeMutationQuery("update hour_told set settled_at = :now, taken = :taken, given = :given,"
                + " refusal = cast(:refusal as jsonb)" + OWN + " and id = :id"), key)
                .setParameter("now", clock.instant())
                .setParameter("taken", delivered.refusal() == null)
                .setParameter("given", delivered.given())
                .setParameter("refusal", delivered.refusal() == null ? null : write(delivered.refusal()))
                .setParameter("id", delivered.id())
                .executeUpdate();
        return tellings(key, entry).stream().filter(telling -> telling.id().equals(delivered.id())).findFirst().orElseThrow();
    }

    /** All that was told of an entry, the first one first. */
    List<Telling> tellings(ParticipantKey key, UUID entry) {
        return tellings(key, List.of(entry)).getOrDefault(entry, List.of());
    }

    /** All that was told of these entries, the first one of each first; of what nothing was told, nothing. One query. */
    Map<UUID, List<Telling>> tellings(ParticipantKey key, Collection<UUID> entries) {
        return own(rows.createNativeQuery("select entry, id, judgement, cast(content as text) as content, taken, given, settled_at,"
                + " cast(refusal as text) as refusal, settled_by_name from hour_told" + OWN
                + " and entry = any(cast(:entries as uuid[])) order by position", Tuple.class), key)
                .setParameter("entries", entries.stream().map(UUID::toString).toArray(String[]::new))
                .getResultStream().collect(Collectors.groupingBy(row -> row.get("entry", UUID.class),
                        Collectors.mapping(this::telling, Collectors.toList())));
    }

    private Telling telling(Tuple row) {
        String refusal = row.get("refusal", String.class);
        return new Telling(row.get("id", UUID.class), row.get("judgement", UUID.class),
                read(row.get("content", String.class), ReportedHours.class), row.get("taken", Boolean.class),
                row.get("given", String.class), row.get("settled_at", Instant.class),
                refusal == null ? null : read(refusal, Refusal.class), row.get("settled_by_name", String.class));
    }

    private static <Q extends CommonQueryContract> Q own(Q query, ParticipantKey key) {
        query.setParameter("municipality", key.municipality());
        query.setParameter("participant", key.participant());
        return query;
    }

    private String write(Object told) {
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what is told of hours cannot be written", impossible);
        }
    }

    private <T> T read(String told, Class<T> type) {
        try {
            return json.readValue(told, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("what was told of hours cannot be read", unreadable);
        }
    }
}
