package nl.opkoers.municipality;

import io.quarkus.arc.Arc;
import java.util.function.Supplier;
import nl.opkoers.scope.Trace;
import nl.opkoers.scope.Traced;

/**
 * Tells the municipal API for which request of whom a call is made, without saying whose: in the header {@code traceparent} of W3C
 * Trace Context, as the standard Logboek Dataverwerkingen asks. By it the municipality's log and the portal's processing records
 * can be joined.
 */
public final class TraceContext {

    static final String HEADER = "traceparent";
    /** Where both interfaces of the municipal API find the header's value. */
    static final String VALUE = "{nl.opkoers.municipality.TraceContext.header}";

    private static final int SPAN_DIGITS = 16;
    private static final ThreadLocal<String> SENT_UNDER = new ThreadLocal<>();

    private TraceContext() {
    }

    /**
     * The header's value: version 00, the trace, the span in which this is asked or, when none is, one for each call, and that it is
     * recorded: by the processing records, whether spans are sent or not.
     */
    public static String header() {
        String trace = trace();
        return "00-" + trace + "-" + Traced.spanIn(trace).orElseGet(() -> Trace.fresh().substring(0, SPAN_DIGITS)) + "-01";
    }

    /** Makes a call under the trace of the request in which what is sent now was kept; {@code null} when that is not known. */
    static <T> T under(String trace, Supplier<T> call) {
        SENT_UNDER.set(trace);
        try {
            return Traced.in(trace, "delivery", call);
        } finally {
            SENT_UNDER.remove();
        }
    }

    private static String trace() {
        if (SENT_UNDER.get() != null) {
            return SENT_UNDER.get();
        }
        boolean asked = Arc.container() != null && Arc.container().requestContext().isActive();
        return asked ? Arc.container().instance(Trace.class).get().id() : Trace.begun();
    }
}
