package nl.opkoers.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import nl.opkoers.served.ServedMunicipalities;

/**
 * Where people open the portal of a municipality. Links come from the operator's setting, never from what a request says of the host
 * it wants; and a request for a host of nobody is not answered, so that none can be made to say something in that one's name.
 */
@ApplicationScoped
public class PortalAddress {

    private static final int AFTER_SECURITY_HEADERS = 490;
    /** Misdirected Request (RFC 9110, section 15.5.20). */
    private static final int MISDIRECTED = 421;
    /** Asked by who keeps the portal running, by the address of a node. */
    private static final String OPERATIONS = "/q/health";

    private final ServedMunicipalities served;

    PortalAddress(ServedMunicipalities served) {
        this.served = served;
    }

    /**
     * The whole address of a page.
     *
     * @param here the request, whose host counts only where no address was set: in the demo
     */
    public URI of(UriInfo here, String path) {
        return served.now().portal().map(UriBuilder::fromUri).orElseGet(here::getBaseUriBuilder).path(path).build();
    }

    void answerNoOther(@Observes Filters filters) {
        filters.register(context -> {
            if (isOurs(context)) {
                context.next();
            } else {
                context.response().setStatusCode(MISDIRECTED).end();
            }
        }, AFTER_SECURITY_HEADERS);
    }

    private boolean isOurs(RoutingContext context) {
        String path = context.request().path();
        return path != null && path.startsWith(OPERATIONS) || served.of(context).isPresent();
    }
}
