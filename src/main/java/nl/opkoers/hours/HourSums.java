package nl.opkoers.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.opkoers.hours.Totals.Sum;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import nl.opkoers.scope.Row;
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
                    minutes * cast(state = 'CONCEPT' as integer) as concept, 0 as held, 0 as still from mine
                union all select kind, 0, 0, 0, 0, 0, minutes, 0 from held
                union all select still.kind, 0, 0, 0, 0, 0, 0, still.minutes from %s still
                    where still.municipality = :municipality and still.participant = :participant)
            select kind, sum(accepted) as accepted, sum(waiting) as waiting, sum(asked) as asked, sum(refused) as refused,
                sum(concept) as concept, sum(held) as held, sum(still) as still from sums group by kind"""
            .formatted(HourRows.STILL_COUNTED);

    /** A dossier is as of when it was asked for, which is twice at most, with a second to connect and one to answer. */
    private static final Duration ASKING_TAKES = Duration.ofSeconds(5);

    private static final String LATELY = """
            select it.kind, coalesce(sum(it.minutes) filter (where it.day >= :from), 0) as minutes, min(it.day) as first
            from hour_entry it where it.municipality = :municipality and it.participant = :participant
                and it.state in ('ACCEPTED', 'WAITING') group by it.kind""";

    /** The same as of the count that is known here; of which one that was stands beside it. */
    private static final String CONFIRMED = "(select seen.confirmed_at from dossier_snapshot seen"
            + " where seen.municipality = :municipality and seen.participant = :participant)";
    private static final Part SUMS_PART = new Part("sums", Set.of(HoursPage.PATH), List.of("it.kind", "it.accepted", "it.waiting", "it.asked",
            "it.refused", "it.concept", "it.held", CONFIRMED, "it.still"), "(" + SUMS.replace("cast(:counted as timestamptz)", CONFIRMED)
            .replace("cast(:answered as timestamptz)", CONFIRMED + " + interval '" + ASKING_TAKES.toSeconds() + " seconds'") + ") it");
    private static final Part LATELY_PART = new Part("lately", Set.of(HoursPage.PATH), List.of("it.kind", "it.minutes", "it.first"),
            "(" + LATELY.replace(":from", "asks_today() - " + Pace.WEEKS + " * 7") + ") it");

    private final StatelessSession rows;
    private final AtOnce atOnce;

    HourSums(StatelessSession rows, AtOnce atOnce) {
        this.rows = rows;
        this.atOnce = atOnce;
    }

    @Produces
    @Singleton
    static Part sums() {
        return SUMS_PART;
    }

    @Produces
    @Singleton
    static Part lately() {
        return LATELY_PART;
    }

    /** As {@link #of}, of who asks for a page. */
    Totals mine(ParticipantKey key, Instant countedAt) {
        return atOnce.take(SUMS_PART).filter(found -> found.stream().allMatch(row -> Objects.equals(row.moment(7), countedAt)))
                .map(found -> new Totals(found.stream().collect(Collectors.toMap(row -> Kind.valueOf(row.text(0)), HourSums::sum))))
                .orElseGet(() -> of(key, countedAt));
    }

    private static Sum sum(Row row) {
        return new Sum(row.number(1), row.number(2), row.number(3), row.number(4), row.number(5), row.number(1) - row.number(6),
                row.number(8));
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

    /** What was logged of each kind, and counts or may come to count, in the days from this one on; of a kind nothing was, nothing. */
    Map<Kind, Pace.Lately> lately(ParticipantKey key, LocalDate from) {
        return rows.createNativeQuery(LATELY, Tuple.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("from", from)
                .getResultStream().collect(Collectors.toMap(row -> Kind.valueOf(row.get("kind", String.class)),
                        row -> new Pace.Lately(number(row, "minutes"), row.get("first", LocalDate.class))));
    }

    /** As {@link #lately(ParticipantKey, LocalDate)} for the weeks that a pace is worked out from, of who asks for a page. */
    Map<Kind, Pace.Lately> myLately(ParticipantKey key, LocalDate from) {
        return atOnce.take(LATELY_PART).map(found -> found.stream().collect(Collectors.toMap(row -> Kind.valueOf(row.text(0)),
                row -> new Pace.Lately(row.number(1), row.day(2))))).orElseGet(() -> lately(key, from));
    }

    private static Sum sum(Tuple row) {
        return new Sum(number(row, "accepted"), number(row, "waiting"), number(row, "asked"), number(row, "refused"),
                number(row, "concept"), number(row, "accepted") - number(row, "held"), number(row, "still"));
    }

    private static long number(Tuple row, String name) {
        return row.get(name, Number.class).longValue();
    }
}
