package nl.opkoers.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.contract.Caseload;
import org.hibernate.StatelessSession;

/** Whose hours wait for a coach. One query, however many people there are. */
@ApplicationScoped
public class JudgingQueue {

    private static final String WAITING = "select participant, kind, count(*) as entries, sum(minutes) as minutes,"
            + " cast(extract(epoch from min(sent_at)) as bigint) as since from hour_entry"
            + " where municipality = :municipality and participant = any(:participants) and state = 'WAITING'"
            + " group by participant, kind"
            + " union all select participant, null, count(*), 0, cast(extract(epoch from min(settled_at)) as bigint) from "
            + HourRows.STILL_COUNTED + " still where municipality = :municipality and participant = any(:participants) and not again"
            + " group by participant";

    private final StatelessSession rows;
    private final Municipalities municipalities;

    JudgingQueue(StatelessSession rows, Municipalities municipalities) {
        this.rows = rows;
        this.municipalities = municipalities;
    }

    /** Those of these people of whom something waits, who waits longest first. */
    @Transactional
    public List<Queued> of(List<Caseload.Member> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        Map<String, List<Tuple>> waiting = rows.createNativeQuery(WAITING, Tuple.class)
                .setParameter("municipality", municipalities.code())
                .setParameter("participants", members.stream().map(Caseload.Member::participant).toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.groupingBy(row -> row.get("participant", String.class)));
        return members.stream().filter(member -> waiting.containsKey(member.participant()))
                .map(member -> queued(member, waiting.get(member.participant())))
                .sorted(Queued.OLDEST_FIRST).toList();
    }

    /** What is of no kind is what the municipality goes on counting. */
    private static Queued queued(Caseload.Member member, List<Tuple> waiting) {
        List<Queued.Count> counts = waiting.stream().filter(row -> row.get("kind") != null).map(JudgingQueue::count)
                .sorted(Comparator.comparing(Queued.Count::kind)).toList();
        return new Queued(member, counts, waiting.stream().filter(row -> row.get("kind") == null).map(JudgingQueue::still)
                .findFirst().orElse(null));
    }

    private static Queued.Still still(Tuple row) {
        return new Queued.Still(row.get("entries", Number.class).intValue(), since(row));
    }

    private static Queued.Count count(Tuple row) {
        return new Queued.Count(Kind.valueOf(row.get("kind", String.class)), row.get("entries", Number.class).intValue(),
                Duration.ofMinutes(row.get("minutes", Number.class).longValue()), since(row));
    }

    private static Instant since(Tuple row) {
        return Instant.ofEpochSecond(row.get("since", Number.class).longValue());
    }
}
