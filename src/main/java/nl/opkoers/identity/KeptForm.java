package nl.opkoers.identity;

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

/** What somebody had typed and sent when their session had ended: kept for them alone until they are back. */
@Entity
@Table(name = "kept_form")
class KeptForm {

    @EmbeddedId
    Key key;

    String path;

    @JdbcTypeCode(SqlTypes.JSON)
    String fields;

    @Column(name = "kept_at")
    Instant keptAt;

    static KeptForm of(Key key, String path, String fields, Instant keptAt) {
        KeptForm form = new KeptForm();
        form.key = key;
        form.path = path;
        form.fields = fields;
        form.keptAt = keptAt;
        return form;
    }

    /** Whose it is, and which. */
    @Embeddable
    record Key(String municipality, String person, UUID id) implements Serializable {
    }
}
