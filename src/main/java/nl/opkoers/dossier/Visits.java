package nl.opkoers.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.municipality.OneRow;
import nl.opkoers.notice.PortalOpened;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import org.hibernate.StatelessSession;

/** Remembers visits. A visit is a session, from signing in until signing out. */
@ApplicationScoped
class Visits {

    private static final Part PART = new Part("visit", Part.EVERY, List.of("it.started_at", "it.previous_at"), "visit" + Part.MINE);

    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final Event<PortalOpened> opened;

    Visits(StatelessSession rows, AtOnce atOnce, Event<PortalOpened> opened) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.opened = opened;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    /** When this person's previous visit began; empty at their first. */
    Optional<Instant> before(Session session) {
        opened.fire(new PortalOpened(session.key()));
        Optional<Visit> going = atOnce.take(PART).flatMap(known -> known.stream().findFirst())
                .map(row -> Visit.of(session.key(), row.moment(0), row.moment(1))).filter(last -> last.goesOn(session));
        return going.isPresent() ? Optional.ofNullable(going.get().previousAt) : noted(session);
    }

    private Optional<Instant> noted(Session session) {
        ParticipantKey key = session.key();
        return OneRow.write(() -> {
            Visit last = rows.get(Visit.class, key);
            if (last != null && last.goesOn(session)) {
                return Optional.ofNullable(last.previousAt);
            }
            Optional<Instant> previous = Optional.ofNullable(last).map(visit -> visit.startedAt);
            rows.upsert(Visit.of(key, session.startedAt(), previous.orElse(null)));
            return previous;
        });
    }
}
