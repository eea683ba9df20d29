package nl.opkoers.municipality;

/** Rows that are read in the background once they are heard to be outdated, or wanted: one implementation for each table. */
public interface Refreshed {

    /** The table, with a column {@code tried_at} besides those of {@link KeptRow}; the key is municipality and participant. */
    String table();

    /** What is asked for: while that keeps failing, nothing is read. */
    MunicipalClient.Question asked();

    /** Reads one row again, or for the first time. */
    void refresh(String municipality, String participant);
}
