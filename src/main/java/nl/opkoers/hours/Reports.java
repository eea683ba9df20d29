package nl.opkoers.hours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Delivered;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.municipality.Outgoing;
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
        own(rows.createNativeMutationQuery("update hour_told set settled_at = :now, taken = :taken, given = :given" + OWN
                + " and id = :id"), key)
                .setParameter("now", clock.instant())
                .setParameter("taken", delivered.refusal() == null)
                .setParameter("given", delivered.given())
                .setParameter("id", delivered.id())
                .executeUpdate();
        return tellings(key, entry).stream().filter(telling -> telling.id().equals(delivered.id())).findFirst().orElseThrow();
    }

    private List<Telling> tellings(ParticipantKey key, UUID entry) {
        return own(rows.createNativeQuery("select id, judgement, cast(content as text) as content, taken, given from hour_told"
                + OWN + " and entry = :entry order by position", Tuple.class), key)
                .setParameter("entry", entry).getResultStream().map(this::telling).toList();
    }

    private Telling telling(Tuple row) {
        return new Telling(row.get("id", UUID.class), row.get("judgement", UUID.class), read(row.get("content", String.class)),
                row.get("taken", Boolean.class), row.get("given", String.class));
    }

    private static <Q extends CommonQueryContract> Q own(Q query, ParticipantKey key) {
        query.setParameter("municipality", key.municipality());
        query.setParameter("participant", key.participant());
        return query;
    }

    private String write(ReportedHours hours) {
        try {
            return json.writeValueAsString(hours);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("hours cannot be written", impossible);
        }
    }

    private ReportedHours read(String hours) {
        try {
            return json.readValue(hours, ReportedHours.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("hours cannot be read", unreadable);
        }
    }
}
