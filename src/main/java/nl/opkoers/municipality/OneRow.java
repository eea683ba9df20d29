package nl.opkoers.municipality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Writing a row that another page may add at the same moment. PostgreSQL's MERGE, which an upsert is, does not wait for the
 * other: it finds no row, and then cannot add it.
 */
public final class OneRow {

    private OneRow() {
    }

    /** Does this in a transaction of its own; once more when somebody else just added the row, which is then there to be changed. */
    public static <T> T write(Supplier<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } catch (StaleStateException | ConstraintViolationException addedMeanwhile) {
            return QuarkusTransaction.requiringNew().call(work::get);
        }
    }

    /** As {@link #write(Supplier)}. */
    public static void write(Runnable work) {
        write(() -> {
            work.run();
            return null;
        });
    }
}
