package nl.opkoers.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Reads what was last seen, and asks the municipality only when that is too long ago. So a page does not wait for the
 * network while the answer is fresh, and shows the last answer, with its date, while the municipality is away.
 */
@ApplicationScoped
public class LastSeen {

    private static final Logger LOG = Logger.getLogger(LastSeen.class);

    private final Contract contract;
    private final Clock clock;
    private final Duration freshFor;

    LastSeen(Contract contract, Clock clock, @ConfigProperty(name = "opkoers.municipality.fresh-for") Duration freshFor) {
        this.contract = contract;
        this.clock = clock;
        this.freshFor = freshFor;
    }

    /**
     * What is known now.
     *
     * @param kept what was last seen, if anything
     * @param ask  asks the municipality, given the tag of what is known (or {@code null})
     * @param keep stores a new or confirmed answer
     */
    public <T> Seen<T> read(Class<T> type, Optional<Kept> kept, Function<String, Reply> ask, Consumer<Kept> keep) {
        return read(type.getSimpleName(), body -> contract.read(body, type), kept, ask, keep);
    }

    /**
     * The same, for who reads a body in a way of their own.
     *
     * @param what   what the answer is, for the log
     * @param reader reads a body; throws {@link MunicipalityUnreachable} when it cannot
     */
    public <T> Seen<T> read(String what, Function<String, T> reader, Optional<Kept> kept, Function<String, Reply> ask,
            Consumer<Kept> keep) {
        Instant now = clock.instant();
        Optional<Seen.Stale<T>> last = kept.flatMap(seen -> readable(reader, seen));
        if (last.isPresent() && !kept.get().outdated() && last.get().asOf().plus(freshFor).isAfter(now)) {
            return new Seen.Fresh<>(last.get().value(), last.get().asOf());
        }
        Optional<Kept> comparable = last.isPresent() ? kept : Optional.empty();
        long changes = kept.map(Kept::changes).orElse(0L);
        try {
            Reply reply = ask.apply(comparable.map(Kept::etag).orElse(null));
            if (reply instanceof Reply.Absent) {
                return new Seen.Absent<>();
            }
            Kept confirmed = confirmed(reply, comparable, now, changes);
            T value = reader.apply(confirmed.body());
            keep.accept(confirmed);
            return new Seen.Fresh<>(value, now);
        } catch (MunicipalityUnreachable | CircuitBreakerOpenException away) {
            LOG.warnf("The municipality cannot be reached for a %s: %s", what, away.getMessage());
            return last.isPresent() ? last.get() : new Seen.Unavailable<>();
        }
    }

    /** What was last seen, without asking anybody; empty when this version of the portal cannot read it. */
    <T> Optional<Seen.Stale<T>> last(Class<T> type, Kept kept) {
        return readable(body -> contract.read(body, type), kept);
    }

    /** What was kept, if this version of the portal can read it; otherwise it is asked for anew. */
    private <T> Optional<Seen.Stale<T>> readable(Function<String, T> reader, Kept kept) {
        try {
            return Optional.of(new Seen.Stale<>(reader.apply(kept.body()), kept.confirmedAt()));
        } catch (MunicipalityUnreachable unreadable) {
            LOG.warnf("What was kept cannot be used: %s", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static Kept confirmed(Reply reply, Optional<Kept> kept, Instant now, long changes) {
        if (reply instanceof Reply.Found found) {
            return Kept.seen(found.body(), found.etag(), now, changes);
        }
        return kept.map(last -> Kept.seen(last.body(), last.etag(), now, changes))
                .orElseThrow(() -> new MunicipalityUnreachable("unchanged, but nothing was kept"));
    }
}
