package nl.opkoers.identity;

import java.util.Collection;

/**
 * Where it is written down that an employee sees something of a person, before they see it: what cannot be written down is
 * not shown. Whoever judges that they may see it writes it here, so that no page can forget to.
 */
public interface LookBook {

    /**
     * Writes it down, for each of these people. A list is written down once a day for who is in it; anything else every time.
     * Within one request the same is written once.
     */
    void write(Session employee, Shown shown, Collection<Look> looks);
}
