package nl.opkoers.identity;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.opkoers.scope.Scope;
import nl.opkoers.served.ServedMunicipalities;
import org.jboss.logging.Logger;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Where an identity provider says that it has ended a session (OpenID Connect Back-Channel Logout 1.0, 2.5): {@code
 * /sign-in/ended} and {@code /staff/sign-in/ended}, each for its own issuer. No page: it stands outside of what guards forms,
 * as no browser comes here; what it is told is signed.
 */
@ApplicationScoped
class BackChannel {

    private static final Logger LOG = Logger.getLogger(BackChannel.class);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;

    private final LogoutTokens tokens;
    private final EndedSessions ended;
    private final ServedMunicipalities served;

    BackChannel(LogoutTokens tokens, EndedSessions ended, ServedMunicipalities served) {
        this.tokens = tokens;
        this.ended = ended;
        this.served = served;
    }

    void open(@Observes Router router) {
        for (Entrance entrance : Entrance.values()) {
            router.post(entrance.at("ended")).handler(context -> read(entrance, context));
        }
    }

    private void read(Entrance entrance, RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith(FORM)) {
            answer(context, BAD_REQUEST);
            return;
        }
        request.setExpectMultipart(true);
        request.exceptionHandler(garbled -> answer(context, BAD_REQUEST));
        request.endHandler(read -> told(entrance, context, request.getFormAttribute("logout_token")));
        request.resume();
    }

    private void told(Entrance entrance, RoutingContext context, String token) {
        if (!LogoutTokens.looksSigned(token)) {
            answer(context, BAD_REQUEST);
            return;
        }
        String municipality = served.of(context).orElseThrow().code();
        context.vertx().executeBlocking(() -> Scope.of(municipality, () -> end(entrance, token)), false)
                .onSuccess(status -> answer(context, status))
                .onFailure(context::fail);
    }

    /** The status to answer with. */
    private int end(Entrance entrance, String token) {
        try {
            LogoutTokens.Ended said = tokens.read(entrance, token);
            return ended.endOnce(said.session(), said.message()) ? OK : BAD_REQUEST;
        } catch (Issuers.Away away) {
            // Nothing can be checked yet: it is told again later.
            return UNAVAILABLE;
        } catch (InvalidJwtException | MalformedClaimException refused) {
            // The reason may quote the token: only its kind is worth a line.
            LOG.warnf("What is said to be of the %s' issuer is not: %s", entrance.issuer(), refused.getClass().getSimpleName());
            return BAD_REQUEST;
        }
    }

    private static void answer(RoutingContext context, int status) {
        if (!context.response().ended()) {
            context.response().setStatusCode(status).putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end();
        }
    }
}
