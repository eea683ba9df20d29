package nl.opkoers.municipality.contract;

import java.time.Instant;

/** A part of a dossier: it always says who told it and when it was last changed there. */
public interface Part {

    /** Who says so, in the field's own words: "DUO", a municipality's name, a school's name. */
    String source();

    /** When the source last changed this part; {@code null} when the source does not say. */
    Instant updatedAt();
}
