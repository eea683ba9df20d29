package nl.opkoers.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Kept;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A dossier as last seen: one row for each participant, read by key. */
@Entity
@Table(name = "dossier_snapshot")
class DossierSnapshot {

    @EmbeddedId
    ParticipantKey key;

    @JdbcTypeCode(SqlTypes.JSON)
    String body;

    String etag;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    static DossierSnapshot of(ParticipantKey key, Kept kept) {
        DossierSnapshot row = new DossierSnapshot();
        row.key = key;
        row.body = kept.body();
        row.etag = kept.etag();
        row.confirmedAt = kept.confirmedAt();
        return row;
    }

    Kept kept() {
        return new Kept(body, etag, confirmedAt);
    }
}
