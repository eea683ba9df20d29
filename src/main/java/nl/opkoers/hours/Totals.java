package nl.opkoers.hours;

import java.util.Map;

/**
 * What somebody's entries come to, kind by kind: derived from the entries each time, and never summed over kinds.
 *
 * @param sums only the kinds of which there is something
 */
public record Totals(Map<Kind, Sum> sums) {

    public Totals {
        sums = Map.copyOf(sums);
    }

    /** What there is of one kind. */
    public Sum of(Kind kind) {
        return sums.getOrDefault(kind, Sum.NONE);
    }

    /**
     * Minutes of one kind, by how the entries stand.
     *
     * @param onTop what is accepted and not in the municipality's own count yet; less than zero when that still counts what no
     *              longer is accepted
     * @param still what the municipality goes on counting although it does not count here, and it was told so: {@link StillCounted}
     */
    public record Sum(long accepted, long waiting, long asked, long refused, long concept, long onTop, long still) {

        static final Sum NONE = new Sum(0, 0, 0, 0, 0, 0, 0);
    }
}
