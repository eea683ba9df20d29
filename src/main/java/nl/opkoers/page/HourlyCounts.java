package nl.opkoers.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** Counts by the hour, for all nodes together: so that nobody can try what is unguessable, or fetch it, without end. */
@ApplicationScoped
public class HourlyCounts {

    private static final String TAKE_BACK = "update hourly_count set times = times - 1"
            + " where counted = :counted and hour = :hour and times > 0";
    private static final String COUNT = """
            insert into hourly_count as kept (counted, hour, times) values (:counted, :hour, 1)
            on conflict (counted) do update set hour = excluded.hour,
                times = case when kept.hour = excluded.hour then kept.times + 1 else 1 end
            returning times""";
    /** A handful at a time, and none that is being counted: nobody waits for this. */
    private static final String FORGET = """
            delete from hourly_count where counted in (
                select counted from hourly_count where hour < :hour limit 100 for update skip locked)""";

    private final StatelessSession rows;
    private final Clock clock;

    HourlyCounts(StatelessSession rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Counts one more.
     *
     * @param counted a hash of what is counted
     * @param most    how often it may be within an hour
     * @return how long to wait, when it was more often
     */
    public Optional<Duration> oneMore(byte[] counted, int most) {
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        int times = QuarkusTransaction.requiringNew().call(() -> rows.createNativeQuery(COUNT, Integer.class)
                .setParameter("counted", counted).setParameter("hour", hour).getSingleResult());
        if (times == 1) {
            QuarkusTransaction.requiringNew().run(() -> rows.createNativeMutationQuery(FORGET)
                    .setParameter("hour", hour).executeUpdate());
        }
        return times <= most ? Optional.empty() : Optional.of(Duration.between(now, hour.plus(1, ChronoUnit.HOURS)));
    }

    /**
     * Takes back what was counted in this hour, when it turns out that it need not count: whoever may only be wrong a few times is
     * counted before they are answered, so that asking everything at once does not help.
     *
     * @param counted a hash of what was counted
     */
    public void oneLess(byte[] counted) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        QuarkusTransaction.requiringNew().run(() -> rows.createNativeMutationQuery(TAKE_BACK)
                .setParameter("counted", counted).setParameter("hour", hour).executeUpdate());
    }
}
