package nl.opkoers.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Kept;
import nl.opkoers.municipality.KeptRow;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An agenda as last seen: one row for each participant, read by key. */
@Entity
@Table(name = "agenda_snapshot")
class AgendaSnapshot extends KeptRow {

    /** What stands in for the body where that is enough. A version before this one leaves it as it was: then it is of another moment. */
    static final String AHEAD_OR_ALL = "case when it.ahead_of = it.confirmed_at then it.ahead else it.body end";

    @EmbeddedId
    ParticipantKey key;

    @JdbcTypeCode(SqlTypes.JSON)
    String ahead;

    /** When the body was confirmed of which that is a part. */
    @Column(name = "ahead_of")
    Instant aheadOf;

    /** @param ahead what of it {@linkplain nl.opkoers.dossier.Soon#ahead can be next}, as JSON */
    static AgendaSnapshot of(ParticipantKey key, Kept kept, String ahead) {
        AgendaSnapshot row = new AgendaSnapshot();
        row.key = key;
        row.ahead = ahead;
        row.aheadOf = kept.confirmedAt();
        row.keep(kept);
        return row;
    }
}
