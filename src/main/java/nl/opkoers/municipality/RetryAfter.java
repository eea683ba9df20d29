package nl.opkoers.municipality;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When one may ask again: the header {@code Retry-After}, RFC 9110 section 10.2.3, in seconds or as a date. */
final class RetryAfter {

    /** Who says longer than this is asked again all the same: somebody is waiting for it. */
    static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {
    }

    /** The moment; empty when there is no such header, it cannot be read, or it is past. */
    static Optional<Instant> read(String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        Instant latest = now.plus(LONGEST);
        return moment(header.strip(), now).filter(now::isBefore).map(moment -> moment.isAfter(latest) ? latest : moment);
    }

    private static Optional<Instant> moment(String header, Instant now) {
        try {
            return Optional.of(header.matches("[0-9]{1,9}")
                    ? now.plusSeconds(Long.parseLong(header))
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException garbled) {
            return Optional.empty();
        }
    }
}
