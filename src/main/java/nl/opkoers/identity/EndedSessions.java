package nl.opkoers.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.opkoers.municipality.Hearer;
import nl.opkoers.scope.Scope;
import nl.opkoers.served.ServedMunicipalities;
import nl.opkoers.served.ServedMunicipality;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Sessions that were ended before their time, by who had them or by their identity provider. A session is a cookie that every
 * node can read, so a copy of it would outlive signing out: what was ended is kept until it would have ended anyway, and every
 * node knows it by heart, so that no request waits for it.
 */
@ApplicationScoped
class EndedSessions implements Hearer {

    private static final Logger LOG = Logger.getLogger(EndedSessions.class);
    private static final String CHANNEL = "ended_session";

    private final StatelessSession rows;
    private final ServedMunicipalities served;
    private final Clock clock;
    private final Map<Mark, Instant> ended = new ConcurrentHashMap<>();
    /** What the other nodes do not know yet. */
    private final Map<Mark, Instant> untold = new ConcurrentHashMap<>();

    EndedSessions(StatelessSession rows, ServedMunicipalities served, Clock clock) {
        this.rows = rows;
        this.served = served;
        this.clock = clock;
    }

    /** By what a session is known at a municipality: one issuer may serve many, and ends a session at each of them. */
    record Mark(String municipality, String of) {
    }

    /** Whether a session was ended: what began later goes on, even under the same mark. */
    boolean has(Session session) {
        return session.marks().all().map(mark -> ended.get(new Mark(session.municipality(), mark)))
                .anyMatch(at -> at != null && !session.startedAt().isAfter(at));
    }

    /** Ends a session on every node. */
    void end(Session session) {
        endHere(session);
        tell();
    }

    /** Ends a session at once, on this node; {@link #tell} tells the others. */
    void endHere(Session session) {
        Mark mark = new Mark(session.municipality(), session.marks().own());
        Instant now = clock.instant();
        remember(mark, now);
        untold.merge(mark, now, EndedSessions::later);
    }

    /** Tells every node what has ended here. While the database cannot be told, it has ended on this node only. */
    void tell() {
        Map<Mark, Instant> marks = Map.copyOf(untold);
        if (marks.isEmpty()) {
            return;
        }
        try {
            inDatabase(() -> {
                marks.entrySet().stream().sorted(Comparator.comparing(each -> each.getKey().toString()))
                        .forEach(each -> keep(each.getKey(), each.getValue()));
                return true;
            });
            marks.forEach(untold::remove);
        } catch (RuntimeException away) {
            LOG.warnf("A session has ended on this node only, until the database is back: %s", away.getClass().getSimpleName());
        }
    }

    /**
     * Ends on every node what bears this mark at the municipality for which this is done, unless the message that says so was heard
     * before, on whichever node: who repeats an old one ends nothing.
     *
     * @param message the mark of that message
     * @return whether it was new
     */
    boolean endOnce(String marked, String message) {
        String municipality = served.now().code();
        Mark mark = new Mark(municipality, marked);
        Instant now = clock.instant();
        boolean first = inDatabase(() -> {
            boolean unheard = write(new Mark(municipality, message), now, "do nothing") == 1;
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
        forgetOver();
        inDatabase(() -> rows.createNativeQuery("select municipality, mark, ended_at from ended_session where ended_at >= :over", Tuple.class)
                .setParameter("over", clock.instant().minus(Session.LONGEST)).getResultList())
                .forEach(row -> ended.merge(new Mark(row.get(0, String.class), row.get(1, String.class)), row.get(2, Instant.class),
                        EndedSessions::later));
    }

    /** What could not be told when it ended: the database may have been away, or too busy, for that moment. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellAgain() {
        Scope.portal(this::tell);
    }

    @Override
    public void heard(String said) {
        String[] parts = said.split(" ", 3);
        Instant at = Instant.ofEpochMilli(Long.parseLong(parts[1]));
        // A node of the version before says no municipality, as it serves one; it may be running still.
        Stream<String> where = parts.length > 2 ? Stream.of(parts[2]) : served.all().stream().map(ServedMunicipality::code);
        where.forEach(municipality -> remember(new Mark(municipality, parts[0]), at));
    }

    /** Takes away what would have ended by now anyway. */
    @Scheduled(every = "1H", delayed = "1H")
    void tidy() {
        Scope.portal(() -> inDatabase(() -> rows.createNativeMutationQuery(
                "delete from ended_session where ended_at < :over").setParameter("over", clock.instant().minus(Session.LONGEST))
                .executeUpdate()));
    }

    private static <T> T inDatabase(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private void remember(Mark mark, Instant at) {
        forgetOver();
        ended.merge(mark, at, EndedSessions::later);
    }

    private void forgetOver() {
        Instant over = clock.instant().minus(Session.LONGEST);
        ended.values().removeIf(over::isAfter);
        untold.values().removeIf(over::isAfter);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void keep(Mark mark, Instant at) {
        forgetOld(mark.municipality(), clock.instant());
        write(mark, at, "do update set ended_at = greatest(ended_session.ended_at, excluded.ended_at)");
        rows.createNativeQuery("select cast(pg_notify(:channel, :said) as text)", String.class)
                .setParameter("channel", CHANNEL)
                .setParameter("said", mark.of() + " " + at.toEpochMilli() + " " + mark.municipality()).getSingleResult();
    }

    private void forgetOld(String municipality, Instant now) {
        rows.createNativeMutationQuery("delete from ended_session where municipality = :municipality and ended_at < :over")
                .setParameter("municipality", municipality)
                .setParameter("over", now.minus(Session.LONGEST)).executeUpdate();
    }

    private int write(Mark mark, Instant now, String again) {
        return rows.createNativeMutationQuery("insert into ended_session (municipality, mark, ended_at)"
                        + " values (:municipality, :mark, :now) on conflict (municipality, mark) " + again)
                .setParameter("municipality", mark.municipality()).setParameter("mark", mark.of()).setParameter("now", now)
                .executeUpdate();
    }
}
