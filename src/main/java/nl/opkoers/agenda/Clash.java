package nl.opkoers.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Two entries that ask for somebody at the same time. One that begins when the other ends is no clash: how long the way between
 * them takes is not known, and is not guessed.
 *
 * @param first  the one that begins first
 * @param from   when both have begun
 * @param until  when one of them is over
 */
public record Clash(Entry first, Entry second, Instant from, Instant until) {

    /** Every pair that clashes, in the order of time. What is cancelled or has no known end clashes with nothing. */
    public static List<Clash> among(Collection<? extends Entry> entries) {
        List<Clash> clashes = new ArrayList<>();
        List<Entry> goingOn = new ArrayList<>();
        entries.stream().filter(Entry::takesTime).sorted(Entry.BY_TIME).forEach(entry -> {
            goingOn.removeIf(earlier -> !earlier.end().isAfter(entry.begin()));
            goingOn.stream().filter(earlier -> !earlier.key().equals(entry.key()))
                    .forEach(earlier -> clashes.add(between(earlier, entry)));
            goingOn.add(entry);
        });
        return List.copyOf(clashes);
    }

    /** Whether this entry is one of the two. */
    public boolean involves(Entry entry) {
        return first.equals(entry) || second.equals(entry);
    }

    /**
     * The one that this entry clashes with.
     *
     * @throws IllegalArgumentException when it is neither of the two
     */
    public Entry other(Entry entry) {
        if (!involves(entry)) {
            throw new IllegalArgumentException("not of this clash");
        }
        return first.equals(entry) ? second : first;
    }

    private static Clash between(Entry first, Entry second) {
        return new Clash(first, second, second.begin(), first.end().isBefore(second.end()) ? first.end() : second.end());
    }
}
