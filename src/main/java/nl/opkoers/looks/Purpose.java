package nl.opkoers.looks;

import nl.opkoers.identity.Look;

/** By what an employee may see somebody. */
public enum Purpose {
    /** Is the person's contact. */
    CONTACT,
    /** Stands in for a colleague who is. */
    INSTEAD,
    /** Was sent a question of theirs. */
    SENT;

    static Purpose of(Look look) {
        return look.sentOn() ? SENT : look.instead() == null ? CONTACT : INSTEAD;
    }
}
