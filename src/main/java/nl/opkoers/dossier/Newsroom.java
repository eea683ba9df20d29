package nl.opkoers.dossier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Happened;
import nl.opkoers.municipality.contract.Events;
import nl.opkoers.notice.SomethingWaits;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import org.hibernate.StatelessSession;

/** Keeps what happened to the people this portal knows, once for each event. What is half a year old is no news. */
@ApplicationScoped
class Newsroom {

    private static final Duration TOLD_FOR = Duration.ofDays(180);

    private static final String NOTE = """
            insert into news (municipality, participant, event, code, subject_kind, subject_id, happened_at, noted_at)
            select :municipality, participant, event, code, subject_kind, subject_id, happened_at, :now
            from jsonb_to_recordset(cast(:events as jsonb)) as told (participant text, event uuid, code text,
                subject_kind text, subject_id text, happened_at timestamptz)
            where exists (select from account known
                where known.municipality = :municipality and known.participant = told.participant)
            or exists (select from dossier_snapshot known
                where known.municipality = :municipality and known.participant = told.participant)
            on conflict do nothing
            returning code, participant, event""";

    /** Since the visit before, also if this one is only being noted: then that is the one that is known. */
    private static final Part PART = new Part("news", Set.of("/"), List.of("it.event", "it.code", "it.subject_kind", "it.subject_id",
            "it.happened_at", "it.noted_at"), "news" + Part.MINE + " and it.noted_at > (select coalesce(last.previous_at, last.started_at)"
            + " from visit last where last.municipality = :municipality and last.participant = :participant)");

    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final Event<SomethingWaits> waits;
    private final Clock clock;

    Newsroom(StatelessSession rows, AtOnce atOnce, Event<SomethingWaits> waits, Clock clock) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.waits = waits;
        this.clock = clock;
    }

    /** What this person's portal heard since a moment, in no order. */
    List<News> since(ParticipantKey key, Instant moment) {
        return atOnce.take(PART).map(found -> found.stream().map(row -> News.of(key, row))
                .filter(news -> news.notedAt.isAfter(moment)).toList()).orElseGet(() -> asked(key, moment));
    }

    private List<News> asked(ParticipantKey key, Instant moment) {
        return QuarkusTransaction.requiringNew().call(() -> rows.createSelectionQuery("from News "
                        + "where key.municipality = :municipality and key.participant = :participant and notedAt > :moment",
                        News.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("moment", moment)
                .getResultList());
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    void note(@Observes Happened happened) {
        Instant now = clock.instant();
        List<JsonObject> told = happened.events().stream()
                .filter(event -> event.participant() != null && event.id() != null && event.code() != null)
                .map(event -> json(event, now))
                .filter(event -> event.getInstant("happened_at").isAfter(now.minus(TOLD_FOR)))
                .toList();
        if (!told.isEmpty()) {
            rows.createNativeQuery(NOTE, Object[].class)
                    .setParameter("municipality", happened.municipality())
                    .setParameter("now", now)
                    .setParameter("events", new JsonArray(told).encode())
                    .getResultList().forEach(noted -> tell(happened.municipality(), noted));
        }
    }

    /** What it is worth to open the portal for: another time or place, another person to turn to. */
    private void tell(String municipality, Object[] noted) {
        if (Stream.of(Change.What.AGENDA, Change.What.PEOPLE).anyMatch(what -> what.isToldBy((String) noted[0]))) {
            waits.fire(new SomethingWaits(new ParticipantKey(municipality, (String) noted[1]), (UUID) noted[2]));
        }
    }

    private static JsonObject json(Events.Event event, Instant now) {
        boolean known = event.at() != null && event.at().isBefore(now);
        JsonObject row = new JsonObject().put("participant", text(event.participant())).put("event", event.id().toString())
                .put("code", text(event.code())).put("happened_at", known ? event.at() : now);
        if (event.subject() != null) {
            row.put("subject_kind", text(event.subject().kindCode())).put("subject_id", text(event.subject().id()));
        }
        return row;
    }

    /** PostgreSQL knows no character zero; one bad event is not to stop the feed. */
    private static String text(String told) {
        return told == null ? null : told.replace("\0", "");
    }
}
