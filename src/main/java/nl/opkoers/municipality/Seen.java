package nl.opkoers.municipality;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of something upstream, and how well: an outage is never to look like 'nothing there'.
 *
 * @param <T> what was asked for
 */
public sealed interface Seen<T> {

    /** Just confirmed, or recently enough. */
    record Fresh<T>(T value, Instant asOf) implements Seen<T> {
    }

    /** The municipality cannot be reached now; this is what it said last. */
    record Stale<T>(T value, Instant asOf) implements Seen<T> {
    }

    /** The municipality cannot be reached, and nothing was kept. */
    record Unavailable<T>() implements Seen<T> {
    }

    /** The municipality answered that it does not know this. */
    record Absent<T>() implements Seen<T> {
    }

    /** The value, fresh or stale; empty when there is none. */
    default Optional<T> known() {
        if (this instanceof Fresh<T> fresh) {
            return Optional.of(fresh.value());
        }
        return this instanceof Stale<T> stale ? Optional.of(stale.value()) : Optional.empty();
    }

    /** The moment of what is known, when the municipality cannot be reached now; otherwise {@code null}. */
    default Instant staleOf() {
        return this instanceof Stale<T> stale ? stale.asOf() : null;
    }

    /** The moment of what is known; {@code null} when nothing is. */
    default Instant asOf() {
        return this instanceof Fresh<T> fresh ? fresh.asOf() : staleOf();
    }

    /** The same knowledge about something derived from the value. */
    default <R> Seen<R> map(Function<T, R> change) {
        if (this instanceof Fresh<T> fresh) {
            return new Fresh<>(change.apply(fresh.value()), fresh.asOf());
        }
        if (this instanceof Stale<T> stale) {
            return new Stale<>(change.apply(stale.value()), stale.asOf());
        }
        return this instanceof Absent<T> ? new Absent<>() : new Unavailable<>();
    }
}
