package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;

/**
 * What coaches want to be reminded of: one for each of them in each conversation. Whether they may still read it is not
 * decided here.
 */
@ApplicationScoped
class Reminders {

    /** More than anybody looks at in a day. */
    static final int MOST_DUE = 100;

    private static final String OF_MINE = " where r.municipality = :municipality and r.employee = :employee";
    private static final String IN_ONE = " and r.participant = :participant and r.conversation = :id";

    private final StatelessSession rows;
    private final ConversationRows conversations;
    private final Clock clock;

    Reminders(StatelessSession rows, ConversationRows conversations, Clock clock) {
        this.rows = rows;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Reminds of a conversation from a day on, in the place of the reminder that there was. @param note null for none */
    @Transactional
    void keep(Session coach, ParticipantKey key, UUID id, LocalDate due, String note) {
        in(rows.createNativeMutationQuery("insert into conversation_reminder (municipality, participant, conversation, employee, due,"
                + " note, made_at) values (:municipality, :participant, :id, :employee, :due, cast(:note as text), :now)"
                + " on conflict (municipality, participant, conversation, employee) do update"
                + " set due = excluded.due, note = excluded.note, made_at = excluded.made_at"), coach, key, id)
                .setParameter("due", due).setParameter("note", note).setParameter("now", clock.instant()).executeUpdate();
    }

    /** Takes a reminder away; nothing happens when there is none. */
    @Transactional
    void remove(Session coach, ParticipantKey key, UUID id) {
        in(rows.createNativeMutationQuery("delete from conversation_reminder r" + OF_MINE + IN_ONE), coach, key, id).executeUpdate();
    }

    /** The reminder of this coach in one conversation. */
    @Transactional
    Optional<Reminder> find(Session coach, ParticipantKey key, UUID id) {
        return in(rows.createNativeQuery(select() + IN_ONE, Tuple.class), coach, key, id)
                .getResultStream().map(this::reminder).findFirst();
    }

    /** Of what this coach wants to be reminded by this day, the earliest first. One query. */
    @Transactional
    List<Reminder> due(Session coach, LocalDate today) {
        return rows.createNativeQuery(select() + " and r.due <= :today order by r.due, it.last_at, it.id", Tuple.class)
                .setParameter("municipality", coach.municipality()).setParameter("employee", coach.person())
                .setParameter("today", today).setMaxResults(MOST_DUE).getResultStream().map(this::reminder).toList();
    }

    private static String select() {
        return ConversationRows.STANDING.replace("select ", "select r.due, r.note, ")
                + " join conversation_reminder r on r.municipality = it.municipality and r.participant = it.participant"
                + " and r.conversation = it.id" + OF_MINE;
    }

    private Reminder reminder(Tuple row) {
        return new Reminder(conversations.conversation(row), row.get("due", LocalDate.class), row.get("note", String.class));
    }

    private static <Q extends CommonQueryContract> Q in(Q query, Session coach, ParticipantKey key, UUID id) {
        query.setParameter("municipality", key.municipality());
        query.setParameter("participant", key.participant());
        query.setParameter("employee", coach.person());
        query.setParameter("id", id);
        return query;
    }
}
