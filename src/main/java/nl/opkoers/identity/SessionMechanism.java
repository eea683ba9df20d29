package nl.opkoers.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Knows a person by their session cookie, and keeps the session alive while they are busy. Somebody without a session who
 * asks for something personal is sent to sign in and comes back afterwards.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "session";
    static final String SESSION = "session";

    /** What a page asks and says by itself: somebody may have put the phone away meanwhile. */
    static final String LIVE = "/live";
    private static final int SEE_OTHER = 303;

    private final SessionCookie cookie;
    private final Sessions sessions;
    private final Clock clock;

    SessionMechanism(SessionCookie cookie, Sessions sessions, Clock clock) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        Optional<Session> active = sessions.active(context);
        if (!context.request().path().endsWith(LIVE)) {
            active.ifPresent(session -> cookie.write(context, session.seenAgain(clock.instant())));
        }
        return Uni.createFrom().optional(active.map(SessionMechanism::identity));
    }

    private static SecurityIdentity identity(Session session) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(session.person()))
                .addRoles(session.roles())
                .addAttribute(SESSION, session)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        boolean ended = cookie.read(context).isPresent();
        String way = (ended ? "/session-ended" : Entrance.to(context.request().path()).getDoor()) + "?to=" + encode(back(context));
        return Uni.createFrom().item(new ChallengeData(SEE_OTHER, HttpHeaders.LOCATION, way));
    }

    private static String back(RoutingContext context) {
        return HttpMethod.GET.equals(context.request().method()) ? context.request().uri() : context.request().path();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Before the code flow, which is only for the addresses that ask for it by name. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 10;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, SCHEME, SCHEME));
    }
}
