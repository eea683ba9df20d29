package nl.opkoers.contact;

import nl.opkoers.law.Fact;

/**
 * A service of the state that one can ask.
 *
 * @param phone {@code null} when no source that was checked gives it
 * @param site  a page of theirs to go to; {@code null} when there is none to name
 */
record Office(Name name, Fact phone, Fact site) {

    /** Which one. */
    public enum Name { DUO, IND }
}
