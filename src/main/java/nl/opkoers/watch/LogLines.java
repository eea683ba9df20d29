package nl.opkoers.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import nl.opkoers.scope.Trace;
import nl.opkoers.scope.Traced;
import nl.opkoers.served.ServedMunicipalities;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says with every line that is logged for a request by which trace it is recognised, and for which municipality. Nobody's id. */
@ApplicationScoped
class LogLines {

    private static final String TRACE = "traceId";
    private static final String MUNICIPALITY = "municipality";

    private final Trace trace;
    private final ServedMunicipalities served;

    LogLines(Trace trace, ServedMunicipalities served) {
        this.trace = trace;
        this.served = served;
    }

    @ServerRequestFilter(preMatching = true)
    void begin(ContainerRequestContext request) {
        MDC.put(TRACE, trace.id());
        served.found().ifPresent(municipality -> {
            MDC.put(MUNICIPALITY, municipality.code());
            Traced.forMunicipality(municipality.code());
        });
    }
}
