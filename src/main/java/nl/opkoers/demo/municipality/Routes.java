package nl.opkoers.demo.municipality;

import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.jboss.logging.Logger;

/** The municipal API, resource by resource. */
final class Routes {

    private static final Logger LOG = Logger.getLogger(Routes.class);
    private static final String JSON = "application/json";
    private static final int LARGEST_BODY = 16_384;
    private static final String ID = "[0-9a-f-]{36}";

    private final Store store;
    private final TokenCheck tokens;
    private final Faults faults;
    private final ObjectMapper json;
    private final Answers answers;

    Routes(Store store, TokenCheck tokens, Faults faults, ObjectMapper json) {
        this.store = store;
        this.tokens = tokens;
        this.faults = faults;
        this.json = json;
        this.answers = new Answers(json);
    }

    Router router(Vertx vertx, boolean demoControls) {
        Router router = Router.router(vertx);
        router.route().handler(answers::headers).failureHandler(this::failed);
        router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        router.get("/health").handler(context -> answers.json(context, "{\"status\":\"UP\"}"));
        if (demoControls) {
            router.put("/demo/storingen").consumes(JSON).handler(new FaultControls(faults, json, answers)::put);
        }
        router.get(ApiDocument.PATH).produces(JSON).handler(new ApiDocument()::get);
        router.route("/v1/*").blockingHandler(this::checkToken, false);
        router.post("/v1/inburgeraars/_zoek").consumes(JSON).produces(JSON)
                .handler(faulty(Resource.SEARCH)).blockingHandler(this::search, false);
        router.get("/v1/inburgeraars/:id").produces(JSON)
                .handler(faulty(Resource.PARTICIPANT)).blockingHandler(this::participant, false);
        router.get("/v1/gemeente").produces(JSON)
                .handler(faulty(Resource.MUNICIPALITY)).blockingHandler(this::municipality, false);
        Stream.of(400, 404, 405, 406, 413, 415, 500).forEach(status -> router.errorHandler(status, this::failed));
        return router;
    }

    private void search(RoutingContext context) {
        SearchRequest request = SearchRequest.read(context.body().asString(), json);
        if (!request.mistakes().isEmpty()) {
            answers.problem(context, new Problem(400, request.mistakes()));
            return;
        }
        Optional<String> id = request.bsn() == null ? store.idOfVNumber(request.vNumber()) : store.idOfBsn(request.bsn());
        id.ifPresentOrElse(
                found -> answers.json(context, json.createObjectNode().put("id", found).toString()),
                () -> answers.problem(context, Problem.of(404)));
    }

    private void participant(RoutingContext context) {
        String id = context.pathParam("id");
        answer(context, id.matches(ID) ? store.dossier(id) : Optional.empty());
    }

    private void municipality(RoutingContext context) {
        answer(context, store.municipality());
    }

    private void answer(RoutingContext context, Optional<String> body) {
        body.ifPresentOrElse(
                found -> answers.tagged(context, found),
                () -> answers.problem(context, Problem.of(404)));
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

    private Handler<RoutingContext> faulty(Resource resource) {
        return context -> faults.on(resource).ifPresentOrElse(fault -> {
            if (fault.delay().isZero()) {
                suffer(context, fault);
            } else {
                context.vertx().setTimer(fault.delay().toMillis(), timer -> suffer(context, fault));
            }
        }, context::next);
    }

    private void suffer(RoutingContext context, Fault fault) {
        switch (fault.kind()) {
            case ERROR -> answers.problem(context, Problem.of(500));
            case BUSY -> {
                context.response().putHeader("Retry-After", Long.toString(fault.retryAfter().toSeconds()));
                answers.problem(context, Problem.of(503));
            }
            default -> {
                answers.spoil(context, fault);
                context.next();
            }
        }
    }

    /** The message of a failure may quote a number that was sent: only its kind and place are logged. */
    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (status == 500 && failure != null) {
            StackTraceElement[] place = failure.getStackTrace();
            LOG.errorf("A call failed: %s at %s", failure.getClass().getName(), place.length == 0 ? "?" : place[0]);
        }
        if (status == 405) {
            context.response().putHeader("Allow", allowed(context.normalizedPath()));
        }
        if (!context.response().ended() && !context.response().closed()) {
            answers.problem(context, Problem.of(status));
        }
    }

    private static String allowed(String path) {
        if (path.startsWith("/demo/")) {
            return "PUT";
        }
        return path.endsWith("/_zoek") ? "POST" : "GET";
    }
}
