package nl.opkoers.agenda;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Kept;
import nl.opkoers.municipality.KeptRow;

/** An agenda as last seen: one row for each participant, read by key. */
@Entity
@Table(name = "agenda_snapshot")
class AgendaSnapshot extends KeptRow {

    @EmbeddedId
    ParticipantKey key;

    static AgendaSnapshot of(ParticipantKey key, Kept kept) {
        AgendaSnapshot row = new AgendaSnapshot();
        row.key = key;
        row.keep(kept);
        return row;
    }
}
