package nl.opkoers.schools;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import org.hibernate.StatelessSession;

/** The courses that people put aside to choose from. Nobody but that person reads them. */
@ApplicationScoped
class Shortlists {

    /** A choice of this portal: a list of more is no help in choosing. */
    static final int MOST = 12;

    private static final Part PART = new Part("shortlist", Set.of("/schools", "/schools/*", "/help/choose-school"), List.of("it.course"),
            "shortlist" + Part.MINE + " order by it.added_at, it.course");

    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final Clock clock;

    Shortlists(StatelessSession rows, AtOnce atOnce, Clock clock) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    /** The ids of the courses of who asks for a page, the first that was put there first. */
    List<String> mine(ParticipantKey key) {
        return atOnce.take(PART).map(found -> found.stream().map(row -> row.text(0)).toList()).orElseGet(() -> of(key));
    }

    private List<String> of(ParticipantKey key) {
        return QuarkusTransaction.joiningExisting().call(() -> rows.createSelectionQuery("select key.course from ShortlistRow"
                        + " where key.municipality = :municipality and key.participant = :participant"
                        + " order by addedAt, key.course", String.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant()).getResultList());
    }

    /** Puts a course on the list, unless it is there or the list is full. */
    void add(ParticipantKey key, String course) {
        QuarkusTransaction.requiringNew().run(() -> rows.createNativeMutationQuery(
                        "insert into shortlist (municipality, participant, course, added_at)"
                        + " select :municipality, :participant, :course, :now where :most > (select count(*) from shortlist"
                        + " where municipality = :municipality and participant = :participant) on conflict do nothing")
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setParameter("course", course)
                .setParameter("now", clock.instant())
                .setParameter("most", MOST).executeUpdate());
    }

    /** Takes a course off the list. */
    void remove(ParticipantKey key, String course) {
        QuarkusTransaction.requiringNew().run(() -> rows.createMutationQuery("delete from ShortlistRow where key = :key")
                .setParameter("key", new ShortlistRow.Key(key.municipality(), key.participant(), course)).executeUpdate());
    }
}
