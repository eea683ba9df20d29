package nl.opkoers.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import nl.opkoers.municipality.Hearer;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.scope.Scope;
import org.hibernate.StatelessSession;

/**
 * Sessions that were ended before their time, by who had them or by their identity provider. A session is a cookie that every
 * node can read, so a copy of it would outlive signing out: what was ended is kept until it would have ended anyway, and every
 * node knows it by heart, so that no request waits for it.
 */
@ApplicationScoped
class EndedSessions implements Hearer {

    private static final String CHANNEL = "ended_session";

    private final StatelessSession rows;
    private final Municipalities municipalities;
    private final Clock clock;
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    /** What the other nodes do not know yet. */
    private final Map<String, Instant> untold = new ConcurrentHashMap<>();

    EndedSessions(StatelessSession rows, Municipalities municipalities, Clock clock) {
        this.rows = rows;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** Whether a session was ended: what began later goes on, even under the same mark. */
    boolean has(Session session) {
        return session.marks().all().map(ended::get).anyMatch(at -> at != null && !session.startedAt().isAfter(at));
    }

    /** Ends at once, on this node, all that bears this mark and has begun; {@link #tell} tells the others. */
    void endHere(String mark) {
        Instant now = clock.instant();
        remember(mark, now);
        untold.merge(mark, now, EndedSessions::later);
    }

    /**
     * Tells every node what has ended here.
     *
     * @throws RuntimeException when the database is away: then it has ended on this node only, until that is back
     */
    void tell() {
        Map<String, Instant> marks = new TreeMap<>(untold);
        if (!marks.isEmpty()) {
            inDatabase(() -> {
                marks.forEach(this::keep);
                return true;
            });
            marks.forEach(untold::remove);
        }
    }

    /**
     * Ends on every node, unless the message that says so was heard before, on whichever node: who repeats an old one ends nothing.
     *
     * @param message the mark of that message
     * @return whether it was new
     */
    boolean endOnce(String mark, String message) {
        Instant now = clock.instant();
        boolean first = inDatabase(() -> {
            boolean unheard = write(message, now, "do nothing") == 1;
            if (unheard) {
                keep(mark, now);
            }
            return unheard;
        });
        if (first) {
            remember(mark, now);
        }
        return first;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void begin() {
        inDatabase(() -> rows.createNativeQuery(
                        "select mark, ended_at from ended_session where municipality = :municipality", Tuple.class)
                .setParameter("municipality", municipalities.code()).getResultList())
                .forEach(row -> remember(row.get(0, String.class), row.get(1, Instant.class)));
        tell();
    }

    @Override
    public void heard(String said) {
        String[] parts = said.split(" ");
        remember(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }

    /** Takes away what would have ended by now anyway. */
    @Scheduled(every = "1H", delayed = "1H")
    void tidy() {
        Scope.portal(() -> inDatabase(() -> forgetOld(clock.instant())));
    }

    private static <T> T inDatabase(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private void remember(String mark, Instant at) {
        Instant over = clock.instant().minus(Session.LONGEST);
        ended.values().removeIf(over::isAfter);
        untold.values().removeIf(over::isAfter);
        ended.merge(mark, at, EndedSessions::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void keep(String mark, Instant at) {
        forgetOld(clock.instant());
        write(mark, at, "do update set ended_at = greatest(ended_session.ended_at, excluded.ended_at)");
        rows.createNativeQuery("select cast(pg_notify(:channel, :said) as text)", String.class)
                .setParameter("channel", CHANNEL).setParameter("said", mark + " " + at.toEpochMilli()).getSingleResult();
    }

    private int forgetOld(Instant now) {
        return rows.createNativeMutationQuery("delete from ended_session where municipality = :municipality and ended_at < :over")
                .setParameter("municipality", municipalities.code())
                .setParameter("over", now.minus(Session.LONGEST)).executeUpdate();
    }

    private int write(String mark, Instant now, String again) {
        return rows.createNativeMutationQuery("insert into ended_session (municipality, mark, ended_at)"
                        + " values (:municipality, :mark, :now) on conflict (municipality, mark) " + again)
                .setParameter("municipality", municipalities.code()).setParameter("mark", mark).setParameter("now", now)
                .executeUpdate();
    }
}
