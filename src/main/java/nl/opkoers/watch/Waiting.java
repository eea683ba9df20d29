package nl.opkoers.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.opkoers.scope.Scope;
import nl.opkoers.served.ServedMunicipalities;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jboss.logging.Logger;

/**
 * Tells whether somebody waits. The rows are read now and then and not when somebody asks for the numbers, so that asking often
 * costs nothing; each node reads for itself, and all read the same.
 */
@ApplicationScoped
public class Waiting {

    private static final Logger LOG = Logger.getLogger(Waiting.class);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String MUNICIPALITY = "municipality";
    private static final Duration DAY = Duration.ofDays(1);
    /** No notice is tried for as long as this. */
    private static final Duration LONGEST_ON_ITS_WAY = Duration.ofDays(14);
    /** So many times as long as reading took it rests after it. */
    private static final int RESTS = 100;
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final StatelessSession rows;
    private final ServedMunicipalities served;
    private final Settled settled;
    private final Clock clock;
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final AtomicReference<Instant> readAt;
    private final AtomicReference<Map<String, Double>> lags = new AtomicReference<>(Map.of());
    private volatile long restsUntil = System.nanoTime();

    Waiting(StatelessSession rows, Clock clock, ServedMunicipalities served, Settled settled, MeterRegistry meters) {
        this.rows = rows;
        this.served = served;
        this.settled = settled;
        this.clock = clock;
        this.readAt = new AtomicReference<>(clock.instant());
        for (Reading reading : Reading.values()) {
            reading.measures().forEach((name, meaning) -> gauges.put(name, MultiGauge.builder(name).description(meaning).register(meters)));
        }
        TimeGauge.builder("opkoers.watch.age", () -> Duration.between(readAt.get(), clock.instant()).toMillis(), TimeUnit.MILLISECONDS)
                .description("Since this node last read from the database whether somebody waits").register(meters);
    }

    /** For each municipality, how many seconds ago its feed was last read. */
    Map<String, Double> feedLags() {
        return lags.get();
    }

    @Scheduled(every = "${opkoers.operations.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readNowAndThen() {
        long began = System.nanoTime();
        if (began - restsUntil >= 0) {
            Scope.portal(this::read);
            long ended = System.nanoTime();
            restsUntil = ended + rest(Duration.ofNanos(ended - began)).toNanos();
        }
    }

    /** Where half a million wait, counting them takes long: pages are not to notice, and it is not to look as if it could not be read. */
    static Duration rest(Duration took) {
        Duration rest = took.multipliedBy(RESTS);
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    /** Reads it all again, for the portal itself. What cannot be read keeps its last value, and gets older. */
    public void read() {
        try {
            QuarkusTransaction.requiringNew().run(this::readAll);
            readAt.set(clock.instant());
        } catch (RuntimeException away) {
            LOG.warnf("Whether somebody waits cannot be read: %s", away.getClass().getSimpleName());
        }
    }

    private void readAll() {
        // Pages want the other processors.
        rows.createNativeQuery("select set_config('max_parallel_workers_per_gather', '0', true)", String.class).getSingleResult();
        Map<Reading, List<Object[]>> found = new EnumMap<>(Reading.class);
        for (Reading reading : Reading.values()) {
            found.put(reading, ask(reading));
        }
        Set<String> codes = new TreeSet<>();
        served.all().forEach(municipality -> codes.add(municipality.code()));
        codes.forEach(settled::begin);
        // Of a municipality that is served no more, rows may be left for a while.
        found.values().forEach(all -> all.removeIf(row -> !codes.contains((String) row[0])));
        found.forEach((reading, all) -> tell(reading, all, codes));
        Map<String, Double> now = new TreeMap<>();
        found.get(Reading.FEED).forEach(row -> now.put((String) row[0], (Double) row[1]));
        lags.set(Map.copyOf(now));
    }

    private List<Object[]> ask(Reading reading) {
        Instant now = clock.instant();
        NativeQuery<Object[]> query = rows.createNativeQuery(reading.query(), Object[].class);
        Map<String, Object> told = Map.of("now", now, "today", LocalDate.ofInstant(now, AMSTERDAM), "yesterday", now.minus(DAY),
                "lately", now.minus(LONGEST_ON_ITS_WAY));
        told.forEach((name, value) -> {
            if (reading.query().contains(":" + name)) {
                query.setParameter(name, value);
            }
        });
        return new ArrayList<>(query.getResultList());
    }

    /** Where nothing waits, that is said too: a number that is not there looks like a portal that is not there. */
    private void tell(Reading reading, List<Object[]> found, Set<String> codes) {
        List<Object[]> all = new ArrayList<>(found);
        if (reading.labels().isEmpty()) {
            Set<String> lacking = new TreeSet<>(codes);
            found.forEach(row -> lacking.remove((String) row[0]));
            lacking.forEach(code -> all.add(nothing(code, reading.measures().size())));
        }
        int column = 1 + reading.labels().size();
        for (String name : reading.measures().keySet()) {
            int at = column++;
            gauges.get(name).register(all.stream().map(row -> MultiGauge.Row.of(tags(reading, row), row[at] == null ? 0 : (Number) row[at]))
                    .toList(), true);
        }
    }

    private static Object[] nothing(String code, int measures) {
        Object[] row = new Object[1 + measures];
        row[0] = code;
        return row;
    }

    private static Tags tags(Reading reading, Object[] row) {
        Tags tags = Tags.of(MUNICIPALITY, (String) row[0]);
        for (int i = 0; i < reading.labels().size(); i++) {
            tags = tags.and(reading.labels().get(i), (String) row[1 + i]);
        }
        return tags;
    }
}
