package nl.opkoers.schools;

import java.util.List;

/**
 * A figure that goes into an estimate, with what it rests on.
 *
 * @param bases the most important one first
 */
public record Given<T>(T value, List<Basis> bases) {

    public Given {
        bases = List.copyOf(bases);
    }

    static <T> Given<T> of(T value, Basis... bases) {
        return new Given<>(value, List.of(bases));
    }

    /** A figure that the person typed. */
    static <T> Given<T> said(T value) {
        return of(value, new Basis.Said());
    }
}
