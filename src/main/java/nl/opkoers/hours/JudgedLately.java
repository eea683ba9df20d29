package nl.opkoers.hours;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.opkoers.dossier.HoursNews;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;

/** Tells Home what was decided about hours. */
@ApplicationScoped
class JudgedLately implements HoursNews {

    private static final Part PART = new Part("judged", Set.of("/"), List.of("it.state", "max(done.at)"), "hour_entry it join hour_act done"
            + " on done.municipality = it.municipality and done.participant = it.participant and done.entry = it.id"
            + " and done.position = it.version where it.municipality = :municipality and it.participant = :participant"
            + " and it.state in ('ASKED', 'REFUSED', 'ACCEPTED') and done.at > (select coalesce(last.previous_at, last.started_at)"
            + " from visit last where last.municipality = :municipality and last.participant = :participant) group by it.state");

    private final HourRows rows;
    private final AtOnce atOnce;

    JudgedLately(HourRows rows, AtOnce atOnce) {
        this.rows = rows;
        this.atOnce = atOnce;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    @Override
    public List<What> since(ParticipantKey key, Instant moment) {
        List<State> states = atOnce.take(PART).map(found -> found.stream().filter(row -> row.moment(1).isAfter(moment))
                .map(row -> State.valueOf(row.text(0))).toList())
                .orElseGet(() -> QuarkusTransaction.joiningExisting().call(() -> rows.decidedSince(key, moment)));
        return Stream.of(What.values()).filter(what -> states.contains(State.valueOf(what.name()))).toList();
    }
}
