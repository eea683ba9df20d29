package nl.opkoers.demo.municipality;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way in which a resource goes wrong.
 *
 * @param kind       what happens to the answer
 * @param delay      how long the caller waits before anything happens
 * @param retryAfter when the caller may try again; only said with {@link Kind#BUSY}
 */
public record Fault(Kind kind, Duration delay, Duration retryAfter) {

    /** What happens to the answer. The last three happen after the work is done, when the answer should be sent. */
    public enum Kind {
        NONE("geen"),
        ERROR("500"),
        BUSY("503"),
        DROPPED("verbroken"),
        TRUNCATED("afgekapt"),
        WRONG_JSON("verkeerde-json");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** What it is called when it is switched on. */
        String wireName() {
            return wireName;
        }

        static Optional<Kind> named(String wireName) {
            return Stream.of(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
        }
    }

    /** A good answer, but late. */
    public static Fault slow(Duration delay) {
        return new Fault(Kind.NONE, delay, Duration.ZERO);
    }

    /** Status 500. */
    public static Fault error() {
        return new Fault(Kind.ERROR, Duration.ZERO, Duration.ZERO);
    }

    /** Status 503 with {@code Retry-After}. */
    public static Fault busy(Duration retryAfter) {
        return new Fault(Kind.BUSY, Duration.ZERO, retryAfter);
    }

    /** The work is done, then the connection closes without an answer. */
    public static Fault dropped() {
        return new Fault(Kind.DROPPED, Duration.ZERO, Duration.ZERO);
    }

    /** Half of the JSON, under a content length that fits the half. */
    public static Fault truncated() {
        return new Fault(Kind.TRUNCATED, Duration.ZERO, Duration.ZERO);
    }

    /** Well-formed JSON whose fields have the wrong types. */
    public static Fault wrongJson() {
        return new Fault(Kind.WRONG_JSON, Duration.ZERO, Duration.ZERO);
    }

    /** The same fault, later. */
    public Fault after(Duration wait) {
        return new Fault(kind, wait, retryAfter);
    }
}
