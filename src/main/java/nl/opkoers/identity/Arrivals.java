package nl.opkoers.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.Identifier;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.served.ServedMunicipalities;
import nl.opkoers.served.ServedMunicipality;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** What happens at either way in before somebody goes to their identity provider, and when they come back from there. */
@ApplicationScoped
class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    private static final int AFTER_LIMITS = 290;
    private static final int SEE_OTHER = 303;

    private final Accounts accounts;
    private final ServedMunicipalities served;
    private final SessionCookie cookie;
    private final Sessions sessions;
    private final EndedSessions ended;
    private final KeptForms keptForms;
    private final Assurance assurance;
    private final Issuers issuers;
    private final BrowserMark browsers;
    private final boolean secure;
    private final Clock clock;

    Arrivals(Accounts accounts, SessionCookie cookie, Sessions sessions, EndedSessions ended, KeptForms keptForms,
            ServedMunicipalities served, Assurance assurance, Issuers issuers, BrowserMark browsers, Clock clock,
            @ConfigProperty(name = "opkoers.session.secure") boolean secure) {
        this.accounts = accounts;
        this.cookie = cookie;
        this.sessions = sessions;
        this.ended = ended;
        this.keptForms = keptForms;
        this.served = served;
        this.assurance = assurance;
        this.issuers = issuers;
        this.browsers = browsers;
        this.clock = clock;
        this.secure = secure;
    }

    /** Remembers where somebody wanted to go, and sends them to where the code flow begins, if their issuer is there. */
    Response remember(Entrance entrance, String to, RoutingContext context) {
        // On a shared phone somebody else may sign in now, or be unknown: whatever comes of it, what was open is so no more, not even
        // when the answer to a slow request brings its cookie back. That stays, and says for whom to keep what another tab sends yet.
        sessions.active(context).ifPresent(ended::end);
        WayBack.remember(context, to, entrance, secure);
        browsers.give(context, entrance);
        if (!issuers.reached(entrance)) {
            return seeOther(entrance.at("failed"));
        }
        return seeOther(entrance.at("start?ui_locales=" + PageLanguage.of(context).tag()));
    }

    /**
     * Says so to who comes back from an identity provider in a browser that has forgotten that it went there: one that keeps no
     * cookies, or after too long. The code flow by itself would send them there again, and so without end. Who went back to that
     * address in the list of pages that were seen is in already.
     */
    void comeBackUnsent(@Observes Filters filters) {
        filters.register(context -> {
            Optional<Entrance> back = Entrance.above(context.normalizedPath())
                    .filter(entrance -> entrance.at("callback").equals(context.normalizedPath()));
            if (back.isEmpty() || context.request().getParam("code") == null || BrowserMark.isSentOut(context)) {
                context.next();
            } else {
                String on = sessions.active(context).isPresent() ? WayBack.HOME : back.get().at("forgotten");
                context.response().setStatusCode(SEE_OTHER).putHeader(HttpHeaders.LOCATION, on).end();
            }
        }, AFTER_LIMITS);
    }

    /** Takes in whom the identity provider sends back: a session of the portal's own, or a page that says why not. */
    Response arrive(Entrance entrance, JsonWebToken token, RoutingContext context) {
        context.response().removeCookies(entrance.codeFlowCookie(served.now()), false);
        cookie.clear(context);
        if (!assurance.suffices(entrance, token.getClaim(Assurance.LEVEL))) {
            return seeOther(entrance.at("too-weak"));
        }
        try {
            Optional<Session> session = entrance == Entrance.STAFF ? employee(token) : participant(token);
            return seeOther(session.map(found -> enter(entrance, context, found)).orElse(entrance.at("unknown")));
        } catch (MunicipalityUnreachable | CircuitBreakerOpenException away) {
            LOG.warnf("The municipality cannot be reached for a sign-in: %s", away.getMessage());
            return seeOther(entrance.at("unreachable"));
        }
    }

    private String enter(Entrance entrance, RoutingContext context, Session session) {
        keptForms.forgetOld();
        cookie.write(context, session);
        browsers.take(context, entrance);
        return WayBack.take(context, entrance, secure);
    }

    /** Whatever else the staff's directory says of somebody: it makes nobody a participant. */
    private Optional<Session> employee(JsonWebToken token) {
        Instant now = clock.instant();
        ServedMunicipality here = served.now();
        Set<String> groups = token.getGroups() == null ? Set.of() : token.getGroups();
        Optional<String> employee = token.claim("employee_id");
        return employee.map(id -> new Session(here.code(), id, Groups.role(here.groups(), groups), token.getClaim("name"), now, now,
                marks(token)));
    }

    /** Whatever else the participants' issuer says of somebody: it makes nobody an employee. */
    private Optional<Session> participant(JsonWebToken token) {
        Instant now = clock.instant();
        return identifier(token)
                .flatMap(identifier -> accounts.participant(token.getIssuer(), token.getSubject(), identifier))
                .map(participant -> new Session(served.now().code(), participant, Role.PARTICIPANT, null, now, now, marks(token)));
    }

    private static SessionMarks marks(JsonWebToken token) {
        return SessionMarks.of(token.getIssuer(), token.getClaim("sid"), token.getSubject());
    }

    private static Optional<Identifier> identifier(JsonWebToken token) {
        Optional<String> bsn = token.claim("bsn");
        Optional<String> vNumber = token.claim("v_number");
        return bsn.map(Identifier::ofBsn).or(() -> vNumber.map(Identifier::ofVNumber));
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
