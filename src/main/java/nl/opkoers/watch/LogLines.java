package nl.opkoers.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.scope.Trace;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says with every line that is logged for a request by which trace it is recognised, and for which municipality. Nobody's id. */
@ApplicationScoped
class LogLines {

    private static final String TRACE = "traceId";
    private static final String MUNICIPALITY = "municipality";

    private final Trace trace;
    private final Municipalities municipalities;

    LogLines(Trace trace, Municipalities municipalities) {
        this.trace = trace;
        this.municipalities = municipalities;
    }

    @ServerRequestFilter(preMatching = true)
    void begin(ContainerRequestContext request) {
        MDC.put(TRACE, trace.id());
        MDC.put(MUNICIPALITY, municipalities.code());
    }
}
