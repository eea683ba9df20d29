package nl.opkoers.schools;

import java.util.List;
import java.util.Map;

/**
 * What a search found, in its order.
 *
 * @param forOthers how many were left out because they are for another group
 * @param without   how many more there would be if one criterion were given up, for each that alone makes a difference
 */
record Found<T extends Offer>(List<Hit<T>> hits, int forOthers, Map<Criterion, Integer> without) {

    static final int ON_A_PAGE = 20;

    /**
     * One offer.
     *
     * @param unknown what it is not known to be, of all that was asked for
     */
    record Hit<T extends Offer>(T offer, List<Criterion> unknown) {
    }

    public int total() {
        return hits.size();
    }

    public int pages() {
        return Math.max(1, (total() + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    /** A page that there is, as near as possible to the one that was asked for. */
    int nearest(int page) {
        return Math.max(1, Math.min(page, pages()));
    }

    /** The offers on a page, of which the first one is 1. */
    List<Hit<T>> on(int page) {
        int from = (nearest(page) - 1) * ON_A_PAGE;
        return hits.subList(from, Math.min(total(), from + ON_A_PAGE));
    }

    /** The first few. */
    List<Hit<T>> first(int most) {
        return hits.subList(0, Math.min(total(), most));
    }
}
