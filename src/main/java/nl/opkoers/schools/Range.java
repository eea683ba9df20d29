package nl.opkoers.schools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An amount between two bounds, in euros and whole cents. Parts of a cent are rounded half up, so that the order stays.
 *
 * @param from the least, not below nothing
 * @param to   the most, not below {@code from}
 */
public record Range(BigDecimal from, BigDecimal to) {

    static final Range NOTHING = exactly(BigDecimal.ZERO);

    private static final int CENTS = 2;
    /** So that nothing is lost before the end. */
    private static final int PRECISE = 12;

    public Range {
        from = from.setScale(CENTS, RoundingMode.HALF_UP);
        to = to.setScale(CENTS, RoundingMode.HALF_UP);
        if (from.signum() < 0 || from.compareTo(to) > 0) {
            throw new IllegalArgumentException("no range of amounts: " + from + " to " + to);
        }
    }

    /** One amount. */
    public static Range exactly(BigDecimal amount) {
        return new Range(amount, amount);
    }

    /** From the least to the most of two amounts, whichever comes first. */
    static Range between(BigDecimal one, BigDecimal other) {
        return new Range(one.min(other), one.max(other));
    }

    /** Whether both bounds are the same. */
    public boolean isExact() {
        return from.equals(to);
    }

    Range plus(Range other) {
        return new Range(from.add(other.from), to.add(other.to));
    }

    /** That many times as much: the least times the least, the most times the most. */
    Range times(Span times) {
        return new Range(from.multiply(BigDecimal.valueOf(times.from())), to.multiply(BigDecimal.valueOf(times.to())));
    }

    /** What is left when somebody else takes this much of it: never less than nothing. */
    Range without(BigDecimal share) {
        return new Range(from.subtract(share).max(BigDecimal.ZERO), to.subtract(share).max(BigDecimal.ZERO));
    }

    /** In equal parts. */
    Range in(int parts) {
        return new Range(divided(from, parts), divided(to, parts));
    }

    private static BigDecimal divided(BigDecimal amount, int parts) {
        return Objects.requireNonNull(amount).divide(BigDecimal.valueOf(parts), PRECISE, RoundingMode.HALF_UP);
    }
}
