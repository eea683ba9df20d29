package nl.opkoers.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Optional;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.municipality.OneRow;
import nl.opkoers.notice.PortalOpened;
import org.hibernate.StatelessSession;

/** Remembers visits. A visit is a session, from signing in until signing out. */
@ApplicationScoped
class Visits {

    private final StatelessSession rows;
    private final Event<PortalOpened> opened;

    Visits(StatelessSession rows, Event<PortalOpened> opened) {
        this.rows = rows;
        this.opened = opened;
    }

    /** When this person's previous visit began; empty at their first. */
    Optional<Instant> before(Session session) {
        ParticipantKey key = session.key();
        return OneRow.write(() -> {
            opened.fire(new PortalOpened(key));
            Visit last = rows.get(Visit.class, key);
            // An older session on another device is no new visit.
            if (last != null && !session.startedAt().isAfter(last.startedAt)) {
                return Optional.ofNullable(last.previousAt);
            }
            Optional<Instant> previous = Optional.ofNullable(last).map(visit -> visit.startedAt);
            rows.upsert(Visit.of(key, session.startedAt(), previous.orElse(null)));
            return previous;
        });
    }
}
