package nl.opkoers.municipality;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The municipality's own particulars as last seen: one row for each municipality. */
@Entity
@Table(name = "municipality_snapshot")
class MunicipalitySnapshot extends KeptRow {

    @Id
    String municipality;

    static MunicipalitySnapshot of(String municipality, Kept kept) {
        MunicipalitySnapshot row = new MunicipalitySnapshot();
        row.municipality = municipality;
        row.keep(kept);
        return row;
    }
}
