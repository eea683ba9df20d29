package nl.opkoers.municipality;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.TimeUnit;
import nl.opkoers.served.ServedMunicipalities;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Tells how often the municipality is asked for what, how long that takes as whoever asks sees it, with a second try, and whether
 * there was an answer. Not whom a call was about.
 */
@Measured
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class MeasuredCalls {

    private static final String NAME = "opkoers.municipality.calls";

    private final MeterRegistry meters;
    private final ServedMunicipalities served;

    MeasuredCalls(MeterRegistry meters, ServedMunicipalities served) {
        this.meters = meters;
        this.served = served;
    }

    @AroundInvoke
    Object measure(InvocationContext call) throws Exception {
        String municipality = served.now().code();
        long begun = System.nanoTime();
        String outcome = "failed";
        try {
            Object answer = call.proceed();
            outcome = answer instanceof Answer.Unclear ? "unclear" : "answered";
            return answer;
        } catch (CircuitBreakerOpenException spared) {
            outcome = "spared";
            throw spared;
        } catch (MunicipalityUnreachable away) {
            outcome = "away";
            throw away;
        } finally {
            meters.timer(NAME, "resource", call.getMethod().getName(), "outcome", outcome, "municipality", municipality)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }
}
