package nl.opkoers.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import org.hibernate.StatelessSession;

/** What people said that they saw: what changed in their agenda, and what the municipality did not take. */
@ApplicationScoped
class SeenItems {

    /** Longer than anything stands in an agenda, which reaches 56 weeks. */
    private static final Duration KEPT_FOR = Duration.ofDays(400);

    private static final String OWN = " where key.municipality = :municipality and key.participant = :participant";

    private static final Part PART = new Part("seen", Set.of("/agenda", "/agenda/*"), List.of("it.item", "it.version", "it.seen_at"),
            "agenda_seen" + Part.MINE);

    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final Clock clock;

    SeenItems(StatelessSession rows, AtOnce atOnce, Clock clock) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    /** All that the person who asks for a page saw. */
    List<SeenItem> mine(ParticipantKey key) {
        return atOnce.take(PART).map(found -> found.stream().map(row -> SeenItem.of(new SeenItem.Key(key.municipality(),
                key.participant(), row.text(0)), (int) row.number(1), row.moment(2))).toList()).orElseGet(() -> of(key));
    }

    /** All that this person saw. One query. */
    @Transactional
    List<SeenItem> of(ParticipantKey key) {
        return rows.createSelectionQuery("from SeenItem" + OWN, SeenItem.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant()).getResultList();
    }

    /** Keeps that this person saw a version of an item. Doing it twice is the same as doing it once. */
    @Transactional
    void keep(ParticipantKey key, String item, int version) {
        Instant now = clock.instant();
        rows.createMutationQuery("delete from SeenItem" + OWN + " and at < :before")
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("before", now.minus(KEPT_FOR)).executeUpdate();
        // An older page sent late does not make newer things unseen.
        rows.createNativeMutationQuery("insert into agenda_seen (municipality, participant, item, version, seen_at)"
                        + " values (:municipality, :participant, :item, :version, :now)"
                        + " on conflict (municipality, participant, item) do update set"
                        + " version = greatest(agenda_seen.version, excluded.version), seen_at = excluded.seen_at")
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("item", item)
                .setParameter("version", version)
                .setParameter("now", now).executeUpdate();
    }
}
