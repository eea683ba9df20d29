package nl.opkoers.identity;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Which sessions hold: those that are neither too old, nor idle for too long, nor ended. */
@ApplicationScoped
class Sessions {

    private static final String HELD = Sessions.class.getName();

    private final SessionCookie cookie;
    private final EndedSessions ended;
    private final Clock clock;

    Sessions(SessionCookie cookie, EndedSessions ended, Clock clock) {
        this.cookie = cookie;
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * The session that came along, if it holds. One that held when a request first asked holds for all of it: a page is not made for
     * somebody who, half way, is nobody any more.
     */
    Optional<Session> active(RoutingContext context) {
        Optional<Session> came = cookie.read(context);
        if (came.isPresent() && came.get().marks().own().equals(context.get(HELD))) {
            return came;
        }
        Optional<Session> active = came.filter(this::holds);
        active.ifPresent(session -> context.put(HELD, session.marks().own()));
        return active;
    }

    /** The session that came along, if it holds no more. */
    Optional<Session> over(RoutingContext context) {
        return cookie.read(context).filter(session -> !holds(session));
    }

    private boolean holds(Session session) {
        return session.activeAt(clock.instant()) && !ended.has(session);
    }
}
