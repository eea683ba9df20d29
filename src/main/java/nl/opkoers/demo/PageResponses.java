package nl.opkoers.demo;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;

/** The answers of the demo's identity provider, each with the headers that keep a page from harm. */
final class PageResponses {
    private static final String STYLES = read("/demo/sign-in.css");

    private PageResponses() {}

    static OAuth2HttpResponse html(int status, String page) {
        return response(status, "text/html; charset=utf-8", page);
    }

    static OAuth2HttpResponse styles() {
        return response(200, "text/css; charset=utf-8", STYLES);
    }

    static OAuth2HttpResponse notFound() {
        return response(404, "text/plain; charset=utf-8", "");
    }

    static OAuth2HttpResponse error(ErrorObject error) {
        return response(error.getHTTPStatusCode(), "application/json", error.toJSONObject().toJSONString());
    }

    static OAuth2HttpResponse redirect(URI address) {
        return new OAuth2HttpResponse(Headers.of("Location", address.toString()), 302, "", null);
    }

    /**
     * The same answer, closed to scripts, frames, other origins and caches. The library opens its answers to scripts of
     * any origin; that is taken back.
     */
    static OAuth2HttpResponse secured(OAuth2HttpResponse response, PortalOrigin portal) {
        Headers.Builder headers = response.getHeaders().newBuilder();
        response.getHeaders().names().stream()
                .filter(name -> name.regionMatches(true, 0, "access-control-", 0, "access-control-".length()))
                .forEach(headers::removeAll);
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none';"
                + " frame-ancestors 'none'; form-action 'self' " + portal.sources());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        return new OAuth2HttpResponse(headers.build(), response.getStatus(), response.getBody(),
                response.getBytesBody());
    }

    private static OAuth2HttpResponse response(int status, String type, String body) {
        return new OAuth2HttpResponse(Headers.of("Content-Type", type), status, body, null);
    }

    private static String read(String resource) {
        try (InputStream file = Objects.requireNonNull(PageResponses.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
