package nl.opkoers.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Leads on within the portal without naming a host (RFC 9110, section 10.2.2): by itself the framework would put there the one that
 * the request says it wants, and the scheme of the line between proxy and portal.
 */
class OwnLinks {

    private final CurrentVertxRequest current;

    OwnLinks(CurrentVertxRequest current) {
        this.current = current;
    }

    @ServerResponseFilter
    void nameNoHost(ContainerResponseContext response) {
        URI to = response.getLocation();
        HttpServerRequest request = current.getCurrent().request();
        if (to != null && to.isAbsolute() && request.authority() != null
                && request.authority().toString().equalsIgnoreCase(to.getRawAuthority())) {
            String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
            String fragment = to.getRawFragment() == null ? "" : "#" + to.getRawFragment();
            // One slash: two would name another site.
            response.getHeaders().putSingle(HttpHeaders.LOCATION,
                    URI.create(to.getRawPath().replaceFirst("^/*", "/") + query + fragment));
        }
    }
}
