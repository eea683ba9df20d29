package nl.opkoers.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.opkoers.hours.Totals.Sum;
import nl.opkoers.identity.ParticipantKey;
import org.hibernate.StatelessSession;

/** Adds up somebody's entries, in the database and within the transaction of the caller. */
@ApplicationScoped
class HourSums {

    /**
     * What the municipality's own count holds of an entry: what it took last before that count was confirmed. What was under way
     * at that moment, or while it was being asked for, may be in it or not; it is taken to be in it, so that nothing is ever
     * shown twice.
     */
    private static final String SUMS = """
            with mine as (
                select it.kind, it.state, it.minutes from hour_entry it
                where it.municipality = :municipality and it.participant = :participant),
            settled as (
                select distinct on (it.entry) it.entry, it.id from hour_told it
                where it.municipality = :municipality and it.participant = :participant
                    and it.taken and it.settled_at <= cast(:counted as timestamptz)
                order by it.entry, it.position desc),
            held as (
                select it.entry, it.kind, max(it.minutes) as minutes from hour_told it
                where it.municipality = :municipality and it.participant = :participant
                    and (exists (select 1 from settled where settled.entry = it.entry and settled.id = it.id)
                        or it.taken is not false and it.since <= cast(:answered as timestamptz)
                            and (it.settled_at is null or it.settled_at > cast(:counted as timestamptz)))
                group by it.entry, it.kind),
            sums as (
                select kind, minutes * cast(state = 'ACCEPTED' as integer) as accepted,
                    minutes * cast(state = 'WAITING' as integer) as waiting, minutes * cast(state = 'ASKED' as integer) as asked,
                    minutes * cast(state = 'REFUSED' as integer) as refused,
                    minutes * cast(state = 'CONCEPT' as integer) as concept, 0 as held from mine
                union all select kind, 0, 0, 0, 0, 0, minutes from held)
            select kind, sum(accepted) as accepted, sum(waiting) as waiting, sum(asked) as asked, sum(refused) as refused,
                sum(concept) as concept, sum(held) as held from sums group by kind""";

    /** A dossier is as of when it was asked for, which is twice at most, with a second to connect and one to answer. */
    private static final Duration ASKING_TAKES = Duration.ofSeconds(5);

    private static final String LATELY = """
            select coalesce(sum(it.minutes) filter (where it.day >= :from), 0) as minutes, min(it.day) as first
            from hour_entry it where it.municipality = :municipality and it.participant = :participant and it.kind = :kind
                and it.state in ('ACCEPTED', 'WAITING')""";

    private final StatelessSession rows;

    HourSums(StatelessSession rows) {
        this.rows = rows;
    }

    Totals of(ParticipantKey key, Instant countedAt) {
        List<Tuple> kinds = rows.createNativeQuery(SUMS, Tuple.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("counted", countedAt)
                .setParameter("answered", countedAt == null ? null : countedAt.plus(ASKING_TAKES))
                .getResultList();
        return new Totals(kinds.stream().collect(Collectors.toMap(row -> Kind.valueOf(row.get("kind", String.class)),
                HourSums::sum)));
    }

    /** What was logged of one kind, and counts or may come to count, in the days from this one on. */
    Pace.Lately lately(ParticipantKey key, Kind kind, LocalDate from) {
        Tuple row = rows.createNativeQuery(LATELY, Tuple.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("kind", kind.name())
                .setParameter("from", from)
                .getSingleResult();
        return new Pace.Lately(number(row, "minutes"), row.get("first", LocalDate.class));
    }

    private static Sum sum(Tuple row) {
        return new Sum(number(row, "accepted"), number(row, "waiting"), number(row, "asked"), number(row, "refused"),
                number(row, "concept"), number(row, "accepted") - number(row, "held"));
    }

    private static long number(Tuple row, String name) {
        return row.get(name, Number.class).longValue();
    }
}
