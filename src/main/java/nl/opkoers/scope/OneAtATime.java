package nl.opkoers.scope;

import org.hibernate.StatelessSession;

/** A queue of transactions that want to do the same, for what no row is there yet to be held. */
public final class OneAtATime {

    private OneAtATime() {
    }

    /** Until the end of the transaction nobody else does this, on whichever node. @param what what is done, and whose it is */
    public static void in(StatelessSession rows, String what) {
        rows.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text)", String.class)
                .setParameter("what", what).getSingleResult();
    }
}
