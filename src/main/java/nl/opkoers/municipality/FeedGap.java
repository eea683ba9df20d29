package nl.opkoers.municipality;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** Numbers that were missing from a municipality's feed, and may still turn up. */
@Entity
@Table(name = "feed_gap")
class FeedGap {

    @EmbeddedId
    Key key;

    long last;

    @Column(name = "noticed_at")
    Instant noticedAt;

    static FeedGap of(String municipality, FeedProgress.Gap gap) {
        FeedGap row = new FeedGap();
        row.key = new Key(municipality, gap.first());
        row.last = gap.last();
        row.noticedAt = gap.noticedAt();
        return row;
    }

    FeedProgress.Gap gap() {
        return new FeedProgress.Gap(key.first, last, noticedAt);
    }

    /** The lowest of the numbers tells one gap from another. */
    @Embeddable
    record Key(String municipality, long first) implements Serializable {
    }
}
