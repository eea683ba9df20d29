package nl.opkoers.notice;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;

/** How a person wants to hear that something waits; without a channel they do not. */
@Entity(name = "NoticeChoice")
@Table(name = "notice_choice")
class Choice {

    @EmbeddedId
    ParticipantKey key;

    @Enumerated(EnumType.STRING)
    Channel channel;

    /** Closed by {@link Seal}. */
    byte[] address;

    String language;

    @Column(name = "quiet_from")
    LocalTime quietFrom;

    @Column(name = "quiet_until")
    LocalTime quietUntil;

    UUID stop;

    @Column(name = "chosen_at")
    Instant chosenAt;

    @Column(name = "stopped_at")
    Instant stoppedAt;

    @Column(name = "sent_at")
    Instant sentAt;

    /** When it last went to another address than before. */
    @Column(name = "address_changed_at")
    Instant addressChangedAt;

    Language language() {
        return Language.ofTag(language).orElse(Language.NL);
    }

    QuietHours quiet() {
        return new QuietHours(quietFrom, quietUntil);
    }
}
