package nl.opkoers.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Municipalities;
import org.hibernate.StatelessSession;

/** What is to be done about notices, whoever of the nodes does it. All within the transaction of the caller. */
@ApplicationScoped
class NoticeQueue {

    private final StatelessSession rows;
    private final Municipalities municipalities;

    NoticeQueue(StatelessSession rows, Municipalities municipalities) {
        this.rows = rows;
        this.municipalities = municipalities;
    }

    /**
     * What is due longest of this state at the municipality for which this is done, and held by nobody, held until the end of the
     * transaction.
     */
    Optional<NoticeRow> due(NoticeRow.State state, Collection<Channel> channels, Instant now) {
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        return rows.createNativeQuery("select * from notice where municipality = :municipality and due_at <= :now and state = :state"
                        + " and channel in (:channels) order by due_at limit 1 for update skip locked", NoticeRow.class)
                .setParameter("municipality", municipalities.code())
                .setParameter("now", now)
                .setParameter("state", state.name())
                .setParameter("channels", channels.stream().map(Channel::name).toList())
                .uniqueResultOptional();
    }

    /** A notice, held until the end of the transaction. */
    Optional<NoticeRow> hold(NoticeRow.Key key) {
        return rows.createNativeQuery("select * from notice where municipality = :municipality and participant = :participant"
                        + " and id = :id for update", NoticeRow.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("id", key.id())
                .uniqueResultOptional();
    }

    Optional<Choice> choice(NoticeRow row) {
        return Optional.ofNullable(rows.get(Choice.class, row.whose()));
    }

    /** Whether this code is the one that its owner waits for. */
    boolean isAsked(NoticeRow code) {
        AskedAddress asked = rows.get(AskedAddress.class, code.whose());
        return asked != null && asked.id.equals(code.key.id());
    }

    /** Whether something happened after a moment of which this person wants to hear. */
    boolean hasNewsSince(ParticipantKey whose, Instant moment) {
        return rows.createNativeQuery("select exists (select from notice_event where municipality = :municipality"
                        + " and participant = :participant and noted_at > :moment)", Boolean.class)
                .setParameter("municipality", whose.municipality()).setParameter("participant", whose.participant())
                .setParameter("moment", moment).getSingleResult();
    }

    void add(NoticeRow row) {
        rows.insert(row);
    }

    void save(NoticeRow row) {
        rows.update(row);
    }

    void drop(NoticeRow row) {
        rows.delete(row);
    }

    /** From now on the person gets nothing more for a while. */
    void sent(NoticeRow row, Instant now) {
        rows.createMutationQuery("update NoticeChoice set sentAt = :now where key = :key")
                .setParameter("now", now).setParameter("key", row.whose()).executeUpdate();
    }

    /** The address of a choice takes nothing: its owner is asked for another. What was chosen since it was tried stays. */
    void end(NoticeRow row, Instant tried, Instant now) {
        rows.createMutationQuery("update NoticeChoice set channel = null, address = null, stoppedAt = :now where key = :key"
                        + " and channel = :channel and chosenAt <= :tried")
                .setParameter("now", now).setParameter("key", row.whose()).setParameter("channel", row.channel)
                .setParameter("tried", tried).executeUpdate();
    }
}
