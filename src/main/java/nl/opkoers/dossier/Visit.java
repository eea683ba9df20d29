package nl.opkoers.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;

/** When a participant was here, this time and the time before: so that Home can say what changed in between. */
@Entity
@Table(name = "visit")
class Visit {

    @EmbeddedId
    ParticipantKey key;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "previous_at")
    Instant previousAt;

    static Visit of(ParticipantKey key, Instant startedAt, Instant previousAt) {
        Visit visit = new Visit();
        visit.key = key;
        visit.startedAt = startedAt;
        visit.previousAt = previousAt;
        return visit;
    }

    /** Whether this session is no new visit: it is the same one, or an older one on another device. */
    boolean goesOn(Session session) {
        return !session.startedAt().isAfter(startedAt);
    }
}
