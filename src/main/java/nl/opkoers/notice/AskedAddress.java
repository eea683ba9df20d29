package nl.opkoers.notice;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;

/** An address of which its owner has not shown yet that they read what is sent there. */
@Entity
@Table(name = "notice_address")
class AskedAddress {

    /** How often a code may be mistyped: six digits are not guessed by then. */
    static final int MOST_TRIES = 5;
    /** For how long a code holds: mail may take its time. */
    static final Duration HOLDS = Duration.ofMinutes(30);

    @EmbeddedId
    ParticipantKey key;

    UUID id;

    @Enumerated(EnumType.STRING)
    Channel channel;

    /** Closed by {@link Seal}. */
    byte[] address;

    String language;

    int tries;

    @Column(name = "asked_at")
    Instant askedAt;

    boolean isOpen(Instant now) {
        return tries < MOST_TRIES && now.isBefore(askedAt.plus(HOLDS));
    }
}
