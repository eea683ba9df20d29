package nl.opkoers.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.dossier.HoursNews;
import nl.opkoers.identity.ParticipantKey;

/** Tells Home what was decided about hours. */
@ApplicationScoped
class JudgedLately implements HoursNews {

    private final HourRows rows;

    JudgedLately(HourRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public List<What> since(ParticipantKey key, Instant moment) {
        List<State> states = rows.decidedSince(key, moment);
        return Stream.of(What.values()).filter(what -> states.contains(State.valueOf(what.name()))).toList();
    }
}
