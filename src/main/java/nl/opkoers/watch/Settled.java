package nl.opkoers.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import nl.opkoers.municipality.Delivered;
import nl.opkoers.municipality.Refusal;

/** Counts what the municipality decided about what people sent, and what was given up. */
@ApplicationScoped
class Settled {

    private static final String ARRIVED = "arrived";
    private static final String REFUSED = "refused";
    private static final String GIVEN_UP = "given-up";
    private static final List<String> OUTCOMES = List.of(ARRIVED, REFUSED, GIVEN_UP);

    private final MeterRegistry meters;

    Settled(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Delivered delivered) {
        counter(delivered.municipality(), outcome(delivered)).increment();
    }

    /** So that there is a number to rise from: what begins at one has not risen, for who asks how much it did. */
    void begin(String municipality) {
        OUTCOMES.forEach(outcome -> counter(municipality, outcome));
    }

    private Counter counter(String municipality, String outcome) {
        return meters.counter("opkoers.outbox.settled", "municipality", municipality, "outcome", outcome);
    }

    private static String outcome(Delivered delivered) {
        if (delivered.refusal() == null) {
            return ARRIVED;
        }
        return Refusal.NOT_PROCESSED.equals(delivered.refusal().type()) ? GIVEN_UP : REFUSED;
    }
}
