package nl.opkoers.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import nl.opkoers.served.ServedMunicipalities;

/**
 * Whether the municipalities are served as their files say. What one said before stays in force, and nobody notices, until the node is
 * started again: then that municipality is nobody's.
 */
@Startup
@ApplicationScoped
class Refusals {

    Refusals(ServedMunicipalities served, MeterRegistry meters) {
        Gauge.builder("opkoers.municipalities.refused", served::refused)
                .description("Files of municipalities of which what they say now is not in force").register(meters);
    }
}
