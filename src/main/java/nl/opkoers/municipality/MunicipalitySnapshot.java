package nl.opkoers.municipality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The municipality's own particulars as last seen: one row for each municipality. */
@Entity
@Table(name = "municipality_snapshot")
class MunicipalitySnapshot {

    @Id
    String municipality;

    @JdbcTypeCode(SqlTypes.JSON)
    String body;

    String etag;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    static MunicipalitySnapshot of(String municipality, Kept kept) {
        MunicipalitySnapshot row = new MunicipalitySnapshot();
        row.municipality = municipality;
        row.body = kept.body();
        row.etag = kept.etag();
        row.confirmedAt = kept.confirmedAt();
        return row;
    }

    Kept kept() {
        return new Kept(body, etag, confirmedAt);
    }
}
