package nl.opkoers.identity;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Which sessions hold: those that are neither too old, nor idle for too long, nor ended. */
@ApplicationScoped
class Sessions {

    private final SessionCookie cookie;
    private final EndedSessions ended;
    private final Clock clock;

    Sessions(SessionCookie cookie, EndedSessions ended, Clock clock) {
        this.cookie = cookie;
        this.ended = ended;
        this.clock = clock;
    }

    /** The session that came along, if it holds. */
    Optional<Session> active(RoutingContext context) {
        return cookie.read(context).filter(this::holds);
    }

    /** The session that came along, if it holds no more. */
    Optional<Session> over(RoutingContext context) {
        return cookie.read(context).filter(session -> !holds(session));
    }

    private boolean holds(Session session) {
        return session.activeAt(clock.instant()) && !ended.has(session);
    }
}
