package nl.opkoers.identity;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.Identifier;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.MunicipalityUnreachable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Signing in. {@code /sign-in} remembers where somebody wanted to go; {@code /sign-in/start} is closed, so that the OIDC
 * code flow begins there; it ends at {@code /sign-in/callback}, the one request that sees the identity provider's token.
 */
@Path("/sign-in")
@Blocking
public class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final String OIDC_SESSION = "q_session";
    private static final String UNKNOWN = "/sign-in/unknown";
    private static final String UNREACHABLE = "/sign-in/unreachable";
    /** OAuth 2.0, 4.1.2.1: what the identity provider says when the person said no. */
    private static final String CANCELLED = "access_denied";

    private final Accounts accounts;
    private final Municipalities municipalities;
    private final SessionCookie cookie;
    private final KeptForms keptForms;
    private final Groups groups;
    private final boolean secure;
    private final Clock clock;
    private final SecurityIdentity identity;

    SignIn(Accounts accounts, Municipalities municipalities, SessionCookie cookie, KeptForms keptForms, Groups groups,
            Clock clock, SecurityIdentity identity, @ConfigProperty(name = "opkoers.session.secure") boolean secure) {
        this.accounts = accounts;
        this.municipalities = municipalities;
        this.cookie = cookie;
        this.keptForms = keptForms;
        this.groups = groups;
        this.secure = secure;
        this.clock = clock;
        this.identity = identity;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance unknown();

        static native TemplateInstance unreachable();

        static native TemplateInstance cancelled();

        static native TemplateInstance failed();

        private Templates() {
        }
    }

    @GET
    public Response remember(@QueryParam("to") String to, RoutingContext context) {
        // On a shared phone the next person may turn out to be unknown: nothing of the one before may then be left.
        cookie.clear(context);
        WayBack.remember(context, to, secure);
        return Response.seeOther(URI.create("/sign-in/start?ui_locales=" + PageLanguage.of(context).tag())).build();
    }

    /** Only reached by somebody whom the identity provider has just sent back: everybody else is sent there first. */
    @GET
    @Path("/start")
    @Authenticated
    @AuthorizationCodeFlow
    public Response start() {
        return Response.seeOther(URI.create("/")).build();
    }

    @GET
    @Path("/callback")
    @Authenticated
    @AuthorizationCodeFlow
    public Response callback(RoutingContext context) {
        context.response().removeCookies(OIDC_SESSION, false);
        cookie.clear(context);
        try {
            return Response.seeOther(URI.create(session().map(session -> enter(context, session)).orElse(UNKNOWN))).build();
        } catch (MunicipalityUnreachable | CircuitBreakerOpenException away) {
            LOG.warnf("The municipality cannot be reached for a sign-in: %s", away.getMessage());
            return Response.seeOther(URI.create(UNREACHABLE)).build();
        }
    }

    private String enter(RoutingContext context, Session session) {
        keptForms.forgetOld();
        cookie.write(context, session);
        return WayBack.take(context, secure);
    }

    private Optional<Session> session() {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        Instant now = clock.instant();
        String employee = token.getClaim("employee_id");
        if (employee != null) {
            String name = token.getClaim("name");
            return Optional.of(new Session(municipalities.code(), employee, role(token), name, now, now));
        }
        return identifier(token)
                .flatMap(identifier -> accounts.participant(token.getIssuer(), token.getSubject(), identifier))
                .map(participant -> new Session(municipalities.code(), participant, Role.PARTICIPANT, null, now, now));
    }

    private String role(JsonWebToken token) {
        return groups.role(token.getGroups() == null ? Set.of() : token.getGroups());
    }

    private static Optional<Identifier> identifier(JsonWebToken token) {
        Optional<String> bsn = token.claim("bsn");
        Optional<String> vNumber = token.claim("v_number");
        return bsn.map(Identifier::ofBsn).or(() -> vNumber.map(Identifier::ofVNumber));
    }

    /** Has an address of its own: the callback's holds a code that is good for once, so it cannot be read in another language. */
    @GET
    @Path("/unknown")
    public Response unknown() {
        return Response.status(Response.Status.FORBIDDEN).entity(Templates.unknown()).build();
    }

    /** The municipality could not be asked who this is. */
    @GET
    @Path("/unreachable")
    public Response unreachable() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE).entity(Templates.unreachable()).build();
    }

    /** Where the identity provider's refusal ends, such as that somebody pressed 'cancel' there. */
    @GET
    @Path("/failed")
    public Response failed(@QueryParam("error") String error) {
        return CANCELLED.equals(error)
                ? Response.ok(Templates.cancelled()).build()
                : Response.status(Response.Status.BAD_REQUEST).entity(Templates.failed()).build();
    }
}
