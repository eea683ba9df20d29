package nl.opkoers.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;

/** Something sent, or to be sent, to a person's own address. */
@Entity
@Table(name = "notice")
class NoticeRow {

    /** How far it is. */
    enum State {
        WAITING,
        /** It is being offered to the provider, since before the provider heard of it. */
        SENDING,
        SENT, DELIVERED,
        /** It never arrived: the provider tells so, or took it on no attempt for a day. */
        FAILED,
        /** The provider says that there is no such address, or that it takes nothing. */
        REFUSED,
        /** What became of it is not known: the connection or this node broke off meanwhile. It is not sent twice. */
        LOST
    }

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Kind kind;

    @Enumerated(EnumType.STRING)
    Channel channel;

    /** Closed by {@link Seal}; {@code null} for a nudge, which goes where the choice says. */
    byte[] address;

    String language;

    @Enumerated(EnumType.STRING)
    State state;

    boolean again;

    int attempts;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "failing_since")
    Instant failingSince;

    @Column(name = "settled_at")
    Instant settledAt;

    String reference;

    ParticipantKey whose() {
        return new ParticipantKey(key.municipality(), key.participant());
    }

    Language language() {
        return Language.ofTag(language).orElse(Language.NL);
    }

    /** Something to send as soon as it can be. */
    static NoticeRow of(ParticipantKey whose, UUID id, Kind kind, Channel channel, byte[] address, String language, Instant now) {
        NoticeRow row = new NoticeRow();
        row.key = new Key(whose.municipality(), whose.participant(), id);
        row.kind = kind;
        row.channel = channel;
        row.address = address;
        row.language = language;
        row.state = State.WAITING;
        row.createdAt = now;
        row.dueAt = now;
        return row;
    }

    /** Whose it is, and which. */
    @Embeddable
    record Key(String municipality, String participant, UUID id) implements Serializable {
    }
}
