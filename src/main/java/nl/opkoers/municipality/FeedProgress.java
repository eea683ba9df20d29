package nl.opkoers.municipality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.municipality.contract.Events;

/**
 * Up to where the feed was read, and what was missing from it on the way. Numbers are given out in order, but may become
 * readable out of order, or never: so a number that is missing is asked for again for a while.
 *
 * @param series of which numbering; {@code null} before the feed was ever read
 * @param last   the highest number that was read, or that reading begins after
 * @param gaps   the numbers below it that were missing, lowest first
 */
record FeedProgress(UUID series, long last, List<Gap> gaps) {

    /** So many numbers at once are not skipped by changes that were undone: something happened to the feed itself. */
    static final long LEAP = 1_000;

    /**
     * Numbers that were missing.
     *
     * @param first     the lowest of them
     * @param last      the highest of them
     * @param noticedAt when they were first missed
     */
    record Gap(long first, long last, Instant noticedAt) {

        private long size() {
            return last - first + 1;
        }

        private SortedMap<Long, Events.Event> within(SortedMap<Long, Events.Event> told) {
            return told.subMap(first, last + 1);
        }
    }

    /**
     * What a page of the feed comes to.
     *
     * @param next     what is known after it
     * @param happened what it tells that was not told before, by number
     * @param anything whether things may have happened that the feed does not tell of
     * @param more     whether there is more to read now
     * @param upTo     the highest number below which the page leaves nothing out
     */
    record Step(FeedProgress next, List<Events.Event> happened, boolean anything, boolean more, long upTo) {
    }

    /** Where to ask for the first gap beyond a number. */
    OptionalLong gapBeyond(long number) {
        return gaps.stream().filter(gap -> gap.last() > number)
                .mapToLong(gap -> Math.max(number, gap.first() - 1)).findFirst();
    }

    /**
     * Takes in a page.
     *
     * @param asked    after which number it was asked for; not more than {@link #last}
     * @param now      when it was read
     * @param patience how long a missing number is waited for
     * @throws MunicipalityUnreachable if the page cannot be true; nothing is known then that was not known before
     */
    Step after(long asked, Events page, Instant now, Duration patience) {
        SortedMap<Long, Events.Event> told = told(page);
        long highest = told.isEmpty() ? page.last() : Math.max(page.last(), told.lastKey());
        if (series == null) {
            return new Step(new FeedProgress(page.series(), highest, List.of()), List.of(), true, false, highest);
        }
        if (!series.equals(page.series()) || highest < last) {
            long before = Math.max(0, page.first() - 1);
            return new Step(new FeedProgress(page.series(), before, List.of()), List.of(), true, before < highest, before);
        }
        return goOn(asked, page, told, now.minus(patience), now, highest);
    }

    private Step goOn(long asked, Events page, SortedMap<Long, Events.Event> told, Instant missedBefore, Instant now,
            long highest) {
        long upTo = told.isEmpty() ? highest : told.lastKey();
        SortedMap<Long, Events.Event> ahead = told.tailMap(last + 1);
        // What can no longer be read was missed, though it may yet turn up like any other number.
        long reached = Math.max(ahead.isEmpty() ? last : ahead.lastKey(), page.first() - 1);
        List<Gap> skipped = missing(new Gap(last + 1, reached, now), ahead);
        List<Gap> waitedFor = gaps.stream()
                .filter(gap -> asked < gap.first() && gap.last() <= upTo && !gap.noticedAt().isAfter(missedBefore)).toList();
        Stream<Gap> open = gaps.stream().filter(gap -> !waitedFor.contains(gap))
                .flatMap(gap -> missing(gap, gap.within(told)).stream());
        Stream<Events.Event> late = gaps.stream().flatMap(gap -> gap.within(told).values().stream());
        boolean anything = page.first() > last + 1 || skipped.stream().anyMatch(gap -> gap.size() > LEAP)
                || waitedFor.stream().anyMatch(gap -> gap.first() < page.first());
        return new Step(new FeedProgress(series, reached, Stream.concat(open, skipped.stream()).toList()),
                Stream.concat(late, ahead.values().stream()).toList(), anything, reached > last && reached < highest, upTo);
    }

    /** What is still missing of these numbers, now that some of them were told. */
    private static List<Gap> missing(Gap gap, SortedMap<Long, Events.Event> told) {
        List<Gap> missing = new ArrayList<>();
        long next = gap.first();
        for (long number : told.keySet()) {
            if (number > next) {
                missing.add(new Gap(next, number - 1, gap.noticedAt()));
            }
            next = number + 1;
        }
        if (next <= gap.last()) {
            missing.add(new Gap(next, gap.last(), gap.noticedAt()));
        }
        return missing;
    }

    /** The events by number, whatever order they came in. One without a number is as one that is missing. */
    private static SortedMap<Long, Events.Event> told(Events page) {
        SortedMap<Long, Events.Event> told = new TreeMap<>();
        page.events().stream().filter(Events.Event::hasPlace).forEach(event -> told.put(event.number(), event));
        boolean unnumbered = told.isEmpty() && !page.events().isEmpty();
        if (page.series() == null || page.last() < 0 || page.first() > page.last() + 1 || unnumbered) {
            throw new MunicipalityUnreachable("a page of events that cannot be true");
        }
        return told;
    }
}
