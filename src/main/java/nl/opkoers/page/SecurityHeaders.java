package nl.opkoers.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The headers that keep a page from being framed, sniffed, kept or extended by somebody else, on every answer there is:
 * pages, errors and files alike (OWASP ASVS 5.0, chapter on web frontend security).
 */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_EVERYTHING = 500;
    private static final String STYLES_AND_SCRIPTS = "/assets/";

    private final String contentPolicy;

    SecurityHeaders(@ConfigProperty(name = "opkoers.issuer.url") URI issuer,
            @ConfigProperty(name = "opkoers.leave-to") URI leaveTo) {
        // Signing out and leaving quickly are forms whose answer leads to another site, which form-action must name.
        this.contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' " + origin(issuer) + " " + origin(leaveTo);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    void addToEveryAnswer(@Observes Filters filters) {
        filters.register(context -> {
            MultiMap headers = context.response().headers();
            headers.set("Content-Security-Policy", contentPolicy);
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            headers.set(HttpHeaders.CACHE_CONTROL, context.request().path().startsWith(STYLES_AND_SCRIPTS)
                    ? "public, max-age=31536000, immutable" : "no-store");
            context.next();
        }, BEFORE_EVERYTHING);
    }
}
