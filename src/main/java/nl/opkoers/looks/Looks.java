package nl.opkoers.looks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Shown;
import org.hibernate.StatelessSession;

/** Who looked at somebody's data. What a person looks at or changes of their own is not among it. */
@ApplicationScoped
class Looks {

    private static final String LATEST = "select cast(at at time zone 'Europe/Amsterdam' as date) as day, subject, actor_name,"
            + " purpose, instead_of, instead_until, count(*) as times, max(at) as last,"
            + " string_agg(distinct to_char(at at time zone 'Europe/Amsterdam', 'HH24:MI'), ' ') as moments from processing_record"
            + " where municipality = :municipality and participant = :participant and kind in ('LOOK', 'LIST')"
            + " group by 1, subject, actor, actor_name, purpose, instead_of, instead_until order by last desc, subject, actor";

    private final StatelessSession rows;

    Looks(StatelessSession rows) {
        this.rows = rows;
    }

    /**
     * Each day's looks, the latest first: what one employee looked at more than once on a day is one of them.
     *
     * @param skipped how many later ones are left out
     */
    @Transactional
    List<Looked> latest(ParticipantKey key, int skipped, int most) {
        return rows.createNativeQuery(LATEST, Tuple.class).setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant()).setFirstResult(skipped).setMaxResults(most)
                .getResultStream().map(Looks::looked).toList();
    }

    private static Looked looked(Tuple row) {
        return new Looked(row.get("day", LocalDate.class), Shown.valueOf(row.get("subject", String.class).toUpperCase(Locale.ROOT)),
                row.get("actor_name", String.class), Purpose.valueOf(row.get("purpose", String.class)),
                row.get("instead_of", String.class), row.get("instead_until", LocalDate.class),
                row.get("times", Number.class).intValue(),
                Stream.of(row.get("moments", String.class).split(" ")).sorted().map(LocalTime::parse).toList());
    }
}
