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

    protected void keep(Kept kept) {
        body = kept.body();
        etag = kept.etag();
        confirmedAt = kept.confirmedAt();
    }

    public Kept kept() {
        return new Kept(body, etag, confirmedAt);
    }
}
