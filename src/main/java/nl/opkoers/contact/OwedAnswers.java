package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.scope.Scope;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.NativeQuery;

/**
 * Since when answers are owed, for which day each was promised first, and when it came: kept with the turns, in one
 * transaction. Sums only, over the whole municipality; which of them may be shown is decided by who shows them.
 */
@ApplicationScoped
public class OwedAnswers {

    private static final String DAY = "cast(%s at time zone '" + Dates.AMSTERDAM + "' as date)";
    private static final String ANSWERED_ON = DAY.formatted("it.answered_at");
    private static final String ASKED_ON = DAY.formatted("it.since");
    private static final String SUMS = "select count(*) as number, count(*) filter (where late) as late,"
            + " percentile_disc(0.5) within group (order by days) as median, (array_agg(days order by days desc))[:nth] as longest"
            + " from (%s) each";

    private final StatelessSession rows;

    OwedAnswers(StatelessSession rows) {
        this.rows = rows;
    }

    /**
     * What answers come to.
     *
     * @param number  how many were owed
     * @param late    how many of them came too late or not at all
     * @param median  in days: half of them took no longer; {@code null} when there are none
     * @param longest in days: as many as were asked for took at least so long; {@code null} when there are not so many
     */
    public record Sums(long number, long late, Integer median, Integer longest) {
    }

    void keep(@Observes TurnTaken taken) {
        Standing before = taken.before().standing();
        Standing after = taken.after().standing();
        if (!before.isWaiting() && after.isWaiting()) {
            of(rows.createNativeMutationQuery("insert into owed_answer (municipality, participant, conversation, since, promised)"
                    + " values (:municipality, :participant, :conversation, :since, cast(:promised as date)) on conflict do nothing"),
                    taken.after()).setParameter("since", after.waitingSince()).setParameter("promised", after.answerBefore())
                    .executeUpdate();
        } else if (before.isWaiting() && !after.isWaiting()) {
            of(rows.createNativeMutationQuery("update owed_answer set answered_at = :at where municipality = :municipality"
                    + " and participant = :participant and conversation = :conversation and answered_at is null"), taken.after())
                    .setParameter("at", taken.turn().at()).executeUpdate();
        }
    }

    /** Keeps for which day an answer that is owed is promised at last. */
    void promise(ParticipantKey key, UUID conversation, LocalDate before) {
        of(rows.createNativeMutationQuery("update owed_answer set promised = :promised where municipality = :municipality"
                + " and participant = :participant and conversation = :conversation and answered_at is null and promised is null"),
                key, conversation).setParameter("promised", before).executeUpdate();
    }

    private static <Q extends CommonQueryContract> Q of(Q query, Conversation conversation) {
        return of(query, conversation.key(), conversation.opening().id());
    }

    private static <Q extends CommonQueryContract> Q of(Q query, ParticipantKey key, UUID conversation) {
        query.setParameter("municipality", key.municipality());
        query.setParameter("participant", key.participant());
        query.setParameter("conversation", conversation);
        return query;
    }

    /**
     * The answers that were promised before one of these days, which are all behind us: so it never changes any more which of
     * them came in time.
     *
     * @param from  the first of these days
     * @param until the day after the last of them
     * @param nth   how many are to have taken at least as long as what is called the longest
     */
    @Transactional
    public Sums promised(String municipality, LocalDate from, LocalDate until, int nth) {
        return sums(rows.createNativeQuery(SUMS.formatted("select it.answered_at is null or " + ANSWERED_ON + " >= it.promised as late,"
                        + " coalesce(" + ANSWERED_ON + ", :until) - " + ASKED_ON + " as days from owed_answer it"
                        + " where it.municipality = :municipality and it.promised >= :from and it.promised < :until"), Tuple.class)
                .setParameter("municipality", municipality).setParameter("from", from).setParameter("until", until)
                .setParameter("nth", nth));
    }

    /**
     * What was owed when a day began: the same all day, whatever is answered meanwhile.
     *
     * @param day today
     */
    @Transactional
    public Sums owedAt(String municipality, LocalDate day, int nth) {
        Instant midnight = day.atStartOfDay(Dates.AMSTERDAM).toInstant();
        return sums(rows.createNativeQuery(SUMS.formatted("select coalesce(it.promised <= :day, false) as late,"
                        + " :day - " + ASKED_ON + " as days from owed_answer it where it.municipality = :municipality"
                        + " and it.since < :midnight and (it.answered_at is null or it.answered_at >= :midnight)"), Tuple.class)
                .setParameter("municipality", municipality).setParameter("day", day).setParameter("midnight", midnight)
                .setParameter("nth", nth));
    }

    /** Who asks sees nobody's rows, and needs not: what leaves this is numbers of the whole municipality. */
    private static Sums sums(NativeQuery<Tuple> query) {
        Tuple row = Scope.portal(query::getSingleResult);
        return new Sums(row.get("number", Number.class).longValue(), row.get("late", Number.class).longValue(),
                row.get("median", Integer.class), row.get("longest", Integer.class));
    }
}
