package nl.opkoers.demo.municipality;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.jboss.logging.Logger;

/** What goes before and after every call to the municipal API. The resources themselves are in their route groups. */
final class Routes {

    static final String JSON = "application/json";

    private static final Logger LOG = Logger.getLogger(Routes.class);
    private static final int LARGEST_BODY = 16_384;
    private static final String ID = "[0-9a-f-]{36}";

    private final TokenCheck tokens;
    private final Answers answers;
    private final RouteGroup desk;
    private final List<RouteGroup> groups;

    Routes(Store store, Feed feed, Clock clock, TokenCheck tokens, Faults faults, Itself itself, ObjectMapper json) {
        this.tokens = tokens;
        this.answers = new Answers(json, itself);
        FaultGate gate = new FaultGate(faults, answers);
        Writes writes = new Writes(store, answers, clock);
        this.desk = Desk.routes(store, feed, clock, faults, json, answers);
        this.groups = List.of(
                new DossierRoutes(store, gate, answers, json),
                new AgendaRoutes(store, feed, writes, gate, answers, json),
                new HoursRoutes(new ParticipationHours(new DossierChanges(feed)), writes, gate, json),
                new ContactRoutes(feed, writes, gate, json),
                new EventRoutes(feed, gate, answers),
                new OfferRoutes(new OfferStore(store), writes, gate, answers, json),
                new StaffRoutes(new Caseloads(store, clock), gate, answers));
    }

    /** Whether this can be an id that was given out here: what cannot be one is never looked for. */
    static boolean isId(String id) {
        return id.matches(ID);
    }

    Router router(Vertx vertx, boolean demoControls) {
        Router router = Router.router(vertx);
        router.route().handler(answers::headers).failureHandler(this::failed);
        BodyHandler bodies = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
        router.route().handler(context -> {
            if (demoControls && isFile(context)) {
                context.next();
            } else {
                bodies.handle(context);
            }
        });
        router.get("/health").handler(context -> answers.json(context, "{\"status\":\"UP\"}"));
        if (demoControls) {
            desk.register(router);
        }
        router.get(ApiDocument.PATH).produces(JSON).handler(new ApiDocument()::get);
        router.route("/v1/*").blockingHandler(this::checkToken, false);
        groups.forEach(group -> group.register(router));
        router.errorHandler(405, context -> notAllowed(context, router));
        Stream.of(400, 404, 406, 413, 415, 500).forEach(status -> router.errorHandler(status, this::failed));
        return router;
    }

    /** A table of schools is larger than anything else that is sent, and not read as a form. */
    private static boolean isFile(RoutingContext context) {
        return context.request().method() == HttpMethod.POST && context.normalizedPath().equals(DeskOfferRoutes.UPLOAD);
    }

    private void checkToken(RoutingContext context) {
        switch (tokens.check(context.request().getHeader("Authorization"))) {
            case ACCEPTED -> context.next();
            case MISSING -> refuse(context, 401, "Bearer realm=\"gemeente\"");
            case INVALID -> refuse(context, 401, "Bearer realm=\"gemeente\", error=\"invalid_token\"");
            case NOT_FOR_US -> refuse(context, 403, "Bearer realm=\"gemeente\", error=\"insufficient_scope\"");
            case ISSUER_UNREACHABLE -> {
                LOG.warn("The identity provider cannot be reached, so no token can be checked");
                answers.problem(context, Problem.of(503));
            }
        }
    }

    private void refuse(RoutingContext context, int status, String challenge) {
        context.response().putHeader("WWW-Authenticate", challenge);
        answers.problem(context, Problem.of(status));
    }

    /** The message of a failure may quote a number that was sent: only its kind and place are logged. */
    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (status == 500 && failure != null) {
            StackTraceElement[] place = failure.getStackTrace();
            LOG.errorf("A call failed: %s at %s", failure.getClass().getName(), place.length == 0 ? "?" : place[0]);
        }
        if (!context.response().ended() && !context.response().closed()) {
            answers.problem(context, Problem.of(status));
        }
    }

    private void notAllowed(RoutingContext context, Router router) {
        context.response().putHeader("Allow", String.join(", ", allowed(context.normalizedPath(), router.getRoutes())));
        failed(context);
    }

    /** RFC 9110 section 15.5.6: what can be done here instead. A path of its own goes before one with a parameter. */
    private static Set<String> allowed(String path, List<Route> routes) {
        Set<String> own = methods(routes, route -> path.equals(route.getPath()));
        return own.isEmpty() ? methods(routes, route -> fits(path, route.getPath())) : own;
    }

    private static Set<String> methods(List<Route> routes, Predicate<Route> wanted) {
        Set<String> names = new TreeSet<>();
        routes.stream()
                .filter(route -> route.methods() != null && route.getPath() != null)
                .filter(wanted)
                .forEach(route -> route.methods().stream().map(HttpMethod::name).forEach(names::add));
        return names;
    }

    private static boolean fits(String path, String pattern) {
        String[] asked = path.split("/");
        String[] known = pattern.split("/");
        return asked.length == known.length
                && Stream.iterate(0, i -> i < known.length, i -> i + 1)
                .allMatch(i -> known[i].startsWith(":") || known[i].equals(asked[i]));
    }
}
