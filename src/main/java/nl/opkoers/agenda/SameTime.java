package nl.opkoers.agenda;

import java.util.List;

/**
 * What else is on at the time of something.
 *
 * @param named the first few, in the order of time
 * @param more  how many there are besides
 */
public record SameTime(List<Entry> named, int more) {

    /** Nothing else is on. */
    static final SameTime NOTHING = new SameTime(List.of(), 0);

    /** More is not read, and a page with many at once stays a page. */
    private static final int MOST_NAMED = 2;

    static SameTime of(List<Entry> others) {
        int named = Math.min(others.size(), MOST_NAMED);
        return new SameTime(List.copyOf(others.subList(0, named)), others.size() - named);
    }

    public boolean isEmpty() {
        return named.isEmpty();
    }
}
