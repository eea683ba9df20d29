package nl.opkoers.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One pattern of somebody's own work. */
@Entity
@Table(name = "work_pattern")
class WorkPatternRow {

    @EmbeddedId
    Key key;

    @JdbcTypeCode(SqlTypes.JSON)
    String pattern;

    @Column(name = "made_at")
    Instant madeAt;

    /** {@code null} unless it was taken away. */
    @Column(name = "removed_at")
    Instant removedAt;

    /** Whose it is, and which. */
    @Embeddable
    record Key(String municipality, String participant, UUID id) implements Serializable {
    }
}
