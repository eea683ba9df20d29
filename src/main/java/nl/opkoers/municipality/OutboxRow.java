package nl.opkoers.municipality;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something sent, as it is kept. */
@Entity
@Table(name = "outbox")
class OutboxRow {

    /** Whether the municipality has decided about it. */
    enum State {
        WAITING, ARRIVED, REFUSED
    }

    @EmbeddedId
    Key key;

    /** The order in which people sent things; given by the database. */
    @Column(insertable = false, updatable = false)
    long position;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Outgoing.Kind kind;

    @Column(updatable = false)
    String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    String body;

    @Enumerated(EnumType.STRING)
    State state;

    int attempts;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "tried_at")
    Instant triedAt;

    @Column(name = "next_at")
    Instant nextAt;

    /** For how long the municipality has been answering that it fails on it. */
    @Column(name = "failing_seconds")
    long failingSeconds;

    @Column(name = "settled_at")
    Instant settledAt;

    @JdbcTypeCode(SqlTypes.JSON)
    String refusal;

    /** Of the request in which it was sent; given by the database, and {@code null} for what was sent before it was kept. */
    @Column(insertable = false, updatable = false)
    String trace;

    /** Whose it is, and which. */
    @Embeddable
    record Key(String municipality, String participant, UUID id) implements Serializable {
    }
}
