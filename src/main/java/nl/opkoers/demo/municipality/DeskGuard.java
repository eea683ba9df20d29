package nl.opkoers.demo.municipality;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Keeps pages from elsewhere away from the desk, which asks for no token. A name of one's own that leads to this machine
 * (DNS rebinding) shows in {@code Host}; a form or script of another site shows in {@code Origin}, which browsers send with
 * everything but plain reading. What is no browser need not send it.
 */
final class DeskGuard implements RouteGroup {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Answers answers;

    DeskGuard(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void register(Router router) {
        router.route("/beheer*").handler(this::check).handler(DeskGuard::pageHeaders);
        router.route("/demo/*").handler(this::check);
    }

    private void check(RoutingContext context) {
        HostAndPort host = context.request().authority();
        String origin = context.request().getHeader("Origin");
        boolean ours = host != null && THIS_MACHINE.contains(host.host())
                && (origin == null || origin.equals("http://" + context.request().getHeader("Host")))
                && (READING.contains(context.request().method()) || fromOwnSite(context));
        if (ours) {
            context.next();
        } else {
            answers.problem(context, new Problem(403, "vreemde-herkomst", List.of()));
        }
    }

    private static boolean fromOwnSite(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader("Sec-Fetch-Site")).map(OWN_SITE::contains).orElse(true);
    }

    /** Without a referrer policy that lets it, browsers send {@code Origin: null} with forms of our own too. */
    private static void pageHeaders(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'; form-action 'self'")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        context.next();
    }
}
