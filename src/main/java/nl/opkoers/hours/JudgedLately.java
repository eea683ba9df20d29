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

    private static final String LATELY = "select one.state, done.at from hour_entry one join hour_act done"
            + " on done.municipality = one.municipality and done.participant = one.participant and done.entry = one.id"
            + " and done.position = one.version where one.municipality = :municipality and one.participant = :participant"
            + " and one.state in ('REFUSED', 'ACCEPTED') and done.at > (select coalesce(last.previous_at, last.started_at)"
            + " from visit last where last.municipality = :municipality and last.participant = :participant)";
    private static final String ASKED = "select one.state, null from hour_entry one where one.municipality = :municipality"
            + " and one.participant = :participant and one.state = 'ASKED'";
    private static final Part PART = new Part("judged", Set.of("/"), List.of("it.state", "max(it.at)"),
            "(" + LATELY + " union all " + ASKED + ") it group by it.state");

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
        List<State> states = atOnce.take(PART).map(found -> found.stream().filter(row -> row.text(1) == null || row.moment(1).isAfter(moment))
                .map(row -> State.valueOf(row.text(0))).toList())
                .orElseGet(() -> QuarkusTransaction.joiningExisting().call(() -> rows.decidedSince(key, moment)));
        return Stream.of(What.values()).filter(what -> states.contains(State.valueOf(what.name()))).toList();
    }
}
