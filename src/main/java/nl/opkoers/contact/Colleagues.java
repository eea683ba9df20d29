package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.opkoers.identity.Session;
import org.hibernate.StatelessSession;

/**
 * Who guides people here. The municipality tells of an employee by their id alone, so they are known by having looked at
 * what waits for them: who never does that would not find what is sent on to them either.
 */
@ApplicationScoped
public class Colleagues {

    /** Who did not look for so long may have left. */
    private static final Duration KNOWN_FOR = Duration.ofDays(60);
    /** That somebody looked is kept once in so long. */
    private static final Duration KEPT_EVERY = Duration.ofHours(12);

    private final StatelessSession rows;
    private final Clock clock;

    Colleagues(StatelessSession rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Keeps that this coach looked at what waits for them. */
    @Transactional
    public void looked(Session coach) {
        Instant now = clock.instant();
        // Asked first, as an upsert would hold the row even when there is nothing to change.
        rows.createNativeMutationQuery("insert into colleague (municipality, employee, name, seen_at)"
                        + " select :municipality, :employee, :name, cast(:now as timestamptz) where not exists (select from colleague"
                        + " where municipality = :municipality and employee = :employee and name = :name and seen_at >= :before)"
                        + " on conflict (municipality, employee) do update set name = excluded.name, seen_at = excluded.seen_at")
                .setParameter("municipality", coach.municipality()).setParameter("employee", coach.person())
                .setParameter("name", coach.shownName())
                .setParameter("now", now).setParameter("before", now.minus(KEPT_EVERY)).executeUpdate();
    }

    /** Everybody but this coach, by name. */
    @Transactional
    public List<Conversation.Contact> of(Session coach) {
        return rows.createNativeQuery("select employee, name from colleague where municipality = :municipality"
                        + " and employee <> :employee and seen_at > :after order by name, employee", Tuple.class)
                .setParameter("municipality", coach.municipality()).setParameter("employee", coach.person())
                .setParameter("after", clock.instant().minus(KNOWN_FOR)).getResultStream()
                .map(row -> new Conversation.Contact(row.get("employee", String.class), row.get("name", String.class))).toList();
    }
}
