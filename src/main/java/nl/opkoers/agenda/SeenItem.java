package nl.opkoers.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** That somebody saw an item of their agenda: which version of it, and when. */
@Entity
@Table(name = "agenda_seen")
class SeenItem {

    @EmbeddedId
    Key key;

    int version;

    @Column(name = "seen_at")
    Instant at;

    static SeenItem of(Key key, int version, Instant at) {
        SeenItem row = new SeenItem();
        row.key = key;
        row.version = version;
        row.at = at;
        return row;
    }

    /** Whose agenda, and which item of it. */
    @Embeddable
    record Key(String municipality, String participant, String item) implements Serializable {
    }
}
