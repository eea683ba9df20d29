package nl.opkoers.identity;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Optional;
import nl.opkoers.scope.Scope;
import nl.opkoers.scope.WhoAsks;
import nl.opkoers.served.ServedMunicipalities;
import nl.opkoers.served.ServedMunicipality;

/**
 * Knows who asks by the cookie that came along, as {@link SessionMechanism} does. Not by the identity of the request: to ask for
 * that would be to sign in, and so to let a session last longer by what nobody has to be signed in for.
 */
@ApplicationScoped
class SessionAsks implements WhoAsks {

    private final CurrentVertxRequest request;
    private final Sessions sessions;
    private final ServedMunicipalities served;

    SessionAsks(CurrentVertxRequest request, Sessions sessions, ServedMunicipalities served) {
        this.request = request;
        this.sessions = sessions;
        this.served = served;
    }

    @Override
    public Who now() {
        return page().flatMap(sessions::active).map(SessionAsks::who)
                .or(this::nobodyHere).orElse(Who.NOBODY);
    }

    /** Nobody; but the portal itself may do something for who asks, and does it for this municipality alone. */
    private Optional<Who> nobodyHere() {
        Optional<String> said = Optional.ofNullable(Scope.municipality());
        return said.or(() -> page().flatMap(served::of).map(ServedMunicipality::code)).map(Who::nobody);
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
