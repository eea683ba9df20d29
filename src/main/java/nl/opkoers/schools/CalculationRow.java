package nl.opkoers.schools;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A calculation that somebody kept. */
@Entity
@Table(name = "cost_calculation")
class CalculationRow {

    @EmbeddedId
    Key key;

    /** What was filled in, by field. */
    @JdbcTypeCode(SqlTypes.JSON)
    String typed;

    /** The least that came out then, in euros. */
    @Column(name = "total_from")
    BigDecimal totalFrom;

    /** The most that came out then, in euros. */
    @Column(name = "total_to")
    BigDecimal totalTo;

    /** What was not known then; {@code null} when it was kept before that was noted. */
    @JdbcTypeCode(SqlTypes.JSON)
    String missing;

    @Column(name = "saved_at")
    Instant savedAt;

    /** Whose it is, and which. */
    @Embeddable
    record Key(String municipality, String participant, UUID id) implements Serializable {
    }
}
