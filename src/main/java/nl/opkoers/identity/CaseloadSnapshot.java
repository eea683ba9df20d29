package nl.opkoers.identity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import nl.opkoers.municipality.Kept;
import nl.opkoers.municipality.KeptRow;

/** A caseload as last seen: one row for each employee, read by key. */
@Entity
@Table(name = "caseload_snapshot")
class CaseloadSnapshot extends KeptRow {

    @EmbeddedId
    Key key;

    static CaseloadSnapshot of(Key key, Kept kept) {
        CaseloadSnapshot row = new CaseloadSnapshot();
        row.key = key;
        row.keep(kept);
        return row;
    }

    /** Whose caseload it is. */
    @Embeddable
    record Key(String municipality, String employee) implements Serializable {
    }
}
