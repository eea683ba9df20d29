package nl.opkoers.municipality;

import java.util.function.Supplier;
import nl.opkoers.municipality.MunicipalClient.Question;

/** The line to one municipality. What goes wrong on it says nothing of any other's. */
interface MunicipalLine {

    /** To ask. */
    MunicipalApi api();

    /** To tell. */
    MunicipalReports reports();

    /**
     * Asks, once more when that fails, and not at all for a while after a run of failures.
     *
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException during that while
     */
    <T> T guarded(Question question, Supplier<T> asking);

    /** Whether it is that while. */
    boolean isPausing(Question question);

    /** Tells, once; and not at all for a while after a run of calls that found nobody there, as {@link #guarded}. */
    <T> T telling(Supplier<T> telling);

    /** Hangs up. */
    default void close() {
    }
}
