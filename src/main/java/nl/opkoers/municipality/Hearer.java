package nl.opkoers.municipality;

/** Who wants to hear at once what was announced in the database ({@code pg_notify}), on whichever node that was. */
public interface Hearer {

    /** The name under which it is announced. */
    String channel();

    /** What is announced is heard from now on, at the start and after each break: before that something may have been missed. */
    void begin();

    /** @param said what was announced */
    void heard(String said);
}
