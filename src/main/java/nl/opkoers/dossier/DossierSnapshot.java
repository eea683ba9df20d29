package nl.opkoers.dossier;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Kept;
import nl.opkoers.municipality.KeptRow;

/** A dossier as last seen: one row for each participant, read by key. */
@Entity
@Table(name = "dossier_snapshot")
class DossierSnapshot extends KeptRow {

    @EmbeddedId
    ParticipantKey key;

    static DossierSnapshot of(ParticipantKey key, Kept kept) {
        DossierSnapshot row = new DossierSnapshot();
        row.key = key;
        row.keep(kept);
        return row;
    }
}
