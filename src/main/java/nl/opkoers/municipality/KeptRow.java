package nl.opkoers.municipality;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row that holds an answer as it was last seen; what it is an answer about is the key of the row. */
@MappedSuperclass
public abstract class KeptRow {

    @JdbcTypeCode(SqlTypes.JSON)
    String body;

    String etag;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    /** How often something happened that it is about; counted by who hears of it, never written with the row. */
    @Column(insertable = false, updatable = false)
    long changes;

    /** How often something had happened when it was asked for: no clock is needed to know that more happened since. */
    @Column(name = "seen_changes")
    long seenChanges;

    protected void keep(Kept kept) {
        body = kept.body();
        etag = kept.etag();
        confirmedAt = kept.confirmedAt();
        seenChanges = kept.changes();
    }

    public Kept kept() {
        return new Kept(body, etag, confirmedAt, changes, changes != seenChanges);
    }
}
