package nl.opkoers.municipality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Up to where a municipality's feed was read. */
@Entity
@Table(name = "feed_position")
class FeedPosition {

    @Id
    String municipality;

    UUID series;

    long last;

    @Column(name = "read_at")
    Instant readAt;
}
