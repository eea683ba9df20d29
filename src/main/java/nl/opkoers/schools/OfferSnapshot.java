package nl.opkoers.schools;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import nl.opkoers.municipality.Kept;
import nl.opkoers.municipality.KeptRow;

/** What is on offer as last seen: for each municipality one row of its schools and one of its places to practise. */
@Entity
@Table(name = "offer_snapshot")
class OfferSnapshot extends KeptRow {

    @EmbeddedId
    Key key;

    static OfferSnapshot of(Key key, Kept kept) {
        OfferSnapshot row = new OfferSnapshot();
        row.key = key;
        row.keep(kept);
        return row;
    }

    /** Of which municipality, and what. */
    @Embeddable
    record Key(@Column(name = "municipality") String municipality, @Column(name = "kind") String kind) {
    }
}
