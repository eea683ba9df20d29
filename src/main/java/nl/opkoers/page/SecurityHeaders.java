package nl.opkoers.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.served.Issuer;
import nl.opkoers.served.ServedMunicipalities;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The headers that keep a page from being framed, sniffed, kept or extended by somebody else, on every answer there is:
 * pages, errors and files alike (OWASP ASVS 5.0, chapter on web frontend security).
 */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_EVERYTHING = 500;
    private static final String STYLES_AND_SCRIPTS = "/assets/";
    /** Here it is; it is still the same. */
    private static final Set<Integer> KEPT = Set.of(200, 304);

    /** Where the mark of this answer's own script is left for the page. */
    static final String NONCE = "content-security-policy-nonce";

    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private final ServedMunicipalities served;
    private final Assets assets;
    private final String formCookie;

    SecurityHeaders(ServedMunicipalities served, Assets assets, @ConfigProperty(name = "opkoers.session.form-cookie") String formCookie) {
        this.served = served;
        this.assets = assets;
        this.formCookie = formCookie;
    }

    /** Signing out is a form whose answer leads to the identity provider, which form-action must name. */
    private String contentPolicy(RoutingContext context) {
        String issuers = served.of(context).map(here -> Stream.of(here.participants(), here.staff()).map(Issuer::origin).distinct()
                .collect(Collectors.joining(" ", " ", ""))).orElse("");
        return CONTENT_POLICY + issuers + "; script-src 'self' 'nonce-" + nonce(context) + "'";
    }

    private String nonce(RoutingContext context) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        context.put(NONCE, nonce);
        return nonce;
    }

    void addToEveryAnswer(@Observes Filters filters) {
        filters.register(context -> {
            MultiMap headers = context.response().headers();
            headers.set("Content-Security-Policy", contentPolicy(context));
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
            if (context.request().path().startsWith(STYLES_AND_SCRIPTS) && assets.isAsNamed(context)) {
                context.addHeadersEndHandler(complete -> keepForEver(context.response()));
            }
            context.next();
        }, BEFORE_EVERYTHING);
    }

    /** The file itself, without a cookie of whoever asked for it; not that it is missing, which is said on a page. */
    private void keepForEver(HttpServerResponse response) {
        if (KEPT.contains(response.getStatusCode())) {
            response.headers().set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            // What is compressed for one is not for another who cannot read that.
            response.headers().set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            response.removeCookies(formCookie, false);
        }
    }
}
