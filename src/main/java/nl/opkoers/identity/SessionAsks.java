package nl.opkoers.identity;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Optional;
import nl.opkoers.scope.WhoAsks;

/**
 * Knows who asks by the cookie that came along, as {@link SessionMechanism} does. Not by the identity of the request: to ask for
 * that would be to sign in, and so to let a session last longer by what nobody has to be signed in for.
 */
@ApplicationScoped
class SessionAsks implements WhoAsks {

    private final CurrentVertxRequest request;
    private final Sessions sessions;

    SessionAsks(CurrentVertxRequest request, Sessions sessions) {
        this.request = request;
        this.sessions = sessions;
    }

    @Override
    public Who now() {
        return page().flatMap(sessions::active).map(SessionAsks::who).orElse(Who.NOBODY);
    }

    private static Who who(Session session) {
        return session.participant() ? Who.participant(session.municipality(), session.person())
                : new Who(session.municipality(), session.person(), session.role(), session.shownName());
    }

    private Optional<RoutingContext> page() {
        try {
            return Arc.container().requestContext().isActive() ? Optional.ofNullable(request.getCurrent()) : Optional.empty();
        } catch (ContextNotActiveException ended) {
            return Optional.empty();
        }
    }
}
