package nl.opkoers.page;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may be done: so often at once, and then once for each equal part of the time that goes by. As it is given
 * back bit by bit, there is no edge at which twice as much is allowed, and nobody waits longer than one part of it.
 *
 * @param most   so often at once, at least once
 * @param within the time after which all of it is there again
 */
record Allowance(int most, Duration within) {

    private static final String OFF = "off";
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,7})\\s*/\\s*(P\\S+)\\s*");
    private static final Duration LONGEST = Duration.ofDays(1);

    /** The time after which once is allowed again. */
    Duration each() {
        return within.dividedBy(most);
    }

    /**
     * Reads a setting: {@code 60/PT1H} is sixty an hour, {@code off} is no limit.
     *
     * @throws IllegalArgumentException when it is neither, naming the setting
     */
    static Optional<Allowance> read(String setting, String value) {
        if (OFF.equals(value.strip())) {
            return Optional.empty();
        }
        Matcher written = WRITTEN.matcher(value);
        if (written.matches()) {
            int most = Integer.parseInt(written.group(1));
            Optional<Duration> within = duration(written.group(2)).filter(time -> most > 0
                    && !time.isNegative() && !time.isZero() && time.compareTo(LONGEST) <= 0);
            if (within.isPresent()) {
                return Optional.of(new Allowance(most, within.get()));
            }
        }
        throw new IllegalArgumentException(setting + " is not how often something may be done, such as 60/PT1H, or off");
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
