package nl.opkoers.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a page could have told more of, had it been read: the {@link Refresher} reads it once the page is there, so that the next one
 * has it. It is kept in memory alone: what is lost is wanted again by the next page.
 */
@ApplicationScoped
public class Wanted {

    /** Of all municipalities together: while so many wait, nobody else's is taken on. */
    static final int MOST = 1000;

    private final Clock clock;
    private final Duration freshFor;
    private final Set<Want> waiting = new LinkedHashSet<>();
    /** When each was wanted, for as long as it is not to be wanted again. */
    private final Map<Want, Instant> since = new HashMap<>();

    private record Want(String table, String municipality, String participant) {
    }

    Wanted(Clock clock, @ConfigProperty(name = "opkoers.municipality.fresh-for") Duration freshFor) {
        this.clock = clock;
        this.freshFor = freshFor;
    }

    /** Lets this be read soon, if it was not wanted within the time that an answer counts as fresh: whatever came of that. */
    public synchronized void read(Refreshed kind, String municipality, String participant) {
        Instant now = clock.instant();
        // What was wanted later than now was wanted while a clock ran ahead.
        since.values().removeIf(then -> then.isAfter(now) || !then.plus(freshFor).isAfter(now));
        Want want = new Want(kind.table(), municipality, participant);
        if (waiting.size() < MOST && since.putIfAbsent(want, now) == null) {
            waiting.add(want);
        }
    }

    /** The participants whose answer of this kind was wanted first; they are not wanted any more. */
    synchronized List<String> take(Refreshed kind, String municipality, int most) {
        List<Want> taken = waiting.stream()
                .filter(want -> want.table().equals(kind.table()) && want.municipality().equals(municipality)).limit(most).toList();
        taken.forEach(waiting::remove);
        return taken.stream().map(Want::participant).toList();
    }
}
