package nl.opkoers.schools;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A course that somebody put aside to choose from. */
@Entity
@Table(name = "shortlist")
class ShortlistRow {

    @EmbeddedId
    Key key;

    @Column(name = "added_at")
    Instant addedAt;

    /** Whose it is, and the municipality's id of the course. */
    @Embeddable
    record Key(String municipality, String participant, String course) implements Serializable {
    }
}
