package nl.opkoers.hours;

import nl.opkoers.Rows;
import nl.opkoers.TestClock;

/** A municipality that counts hours, and does not take it that they no longer count. What it answers is put where it is heard. */
public final class Keeping {

    private Keeping() {
    }

    /** It takes all that it is being told. */
    public static void takes() {
        Rows.run("update hour_told set taken = true, settled_at = '" + TestClock.now() + "', given = 'uren-7' where taken is null");
        Rows.clear("outbox");
    }

    /** It takes nothing of that, and says why. */
    public static void keeps() {
        Rows.run("update hour_told set taken = false, settled_at = '" + TestClock.now() + "', refusal = '{\"type\": \"urn:x\","
                + " \"codes\": [\"periode-afgesloten\"]}' where taken is null");
        Rows.clear("outbox");
    }
}
