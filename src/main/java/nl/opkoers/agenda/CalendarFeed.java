package nl.opkoers.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;

/** That somebody's agenda can be read at a secret address, and when it last was. The address itself is kept nowhere. */
@Entity
@Table(name = "calendar_feed")
class CalendarFeed {

    @EmbeddedId
    ParticipantKey key;

    @Column(name = "token_hash")
    byte[] tokenHash;

    String language;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    static CalendarFeed of(ParticipantKey key, byte[] tokenHash, Language language, Instant createdAt) {
        CalendarFeed feed = new CalendarFeed();
        feed.key = key;
        feed.tokenHash = tokenHash;
        feed.language = language.tag();
        feed.createdAt = createdAt;
        return feed;
    }

    /** The language of the few words in it: that in which it was asked for. */
    Language language() {
        return Language.ofTag(language).orElse(Language.NL);
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** In whole hours; {@code null} when it was never used. */
    public Instant getLastUsedAt() {
        return lastUsedAt;
    }
}
