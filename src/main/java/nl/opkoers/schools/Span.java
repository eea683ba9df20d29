package nl.opkoers.schools;

/**
 * A whole number between two bounds: of hours, lessons or attempts.
 *
 * @param from the least, not below 0
 * @param to   the most, not below {@code from}
 */
public record Span(int from, int to) {

    public Span {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("no range of numbers: " + from + " to " + to);
        }
    }

    /** One number. */
    public static Span exactly(int number) {
        return new Span(number, number);
    }

    /** Whether both bounds are the same. */
    public boolean isExact() {
        return from == to;
    }

    Span plus(Span other) {
        return new Span(from + other.from, to + other.to);
    }

    /** What is left of it when some are done, never less than nothing. */
    Span without(int done) {
        return new Span(Math.max(0, from - done), Math.max(0, to - done));
    }
}
