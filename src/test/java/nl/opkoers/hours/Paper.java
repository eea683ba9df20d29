package nl.opkoers.hours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.opkoers.municipality.ReportedHours;

/**
 * The entries of one person, on paper: folded in memory, with a municipality that takes what it is told at some moment while that
 * is under way. Says what the totals should be, by going through the entries one by one.
 */
final class Paper implements RandomHistory.Book {

    /** A telling with its times; {@code applied} is when it came to count at the municipality, if it did. */
    record Told(UUID entry, Telling telling, Instant since, Instant settled, Instant applied) {

        Kind kind() {
            return Kind.ofCode(telling.hours().kind());
        }

        int minutes() {
            return telling.hours().withdrawn() ? 0 : telling.hours().minutes();
        }
    }

    private static final int ASKING_TAKES_SECONDS = 5;

    private final Map<UUID, Entry> entries = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<UUID, RandomHistory> histories = new HashMap<>();

    RandomHistory begin(Random random, Instant start) {
        RandomHistory history = new RandomHistory(random, start);
        histories.put(history.id(), history);
        return history;
    }

    /** Those in which something was written. */
    List<Entry> entries() {
        return entries.values().stream().filter(entry -> entry.written() != null).toList();
    }

    List<Told> told() {
        return told;
    }

    @Override
    public Entry log(UUID id, Act act) {
        Entry entry = entries.getOrDefault(id, Entry.blank(id)).after(act);
        entries.put(id, entry);
        reconcile(entry);
        return entry;
    }

    private void reconcile(Entry entry) {
        Report.of(entry, told.stream().filter(one -> one.entry().equals(entry.id())).map(Told::telling).toList())
                .ifPresent(report -> told.add(new Told(entry.id(),
                        new Telling(UUID.randomUUID(), report.judgement(), report.hours(), null, null, null, null, null),
                        histories.get(entry.id()).now(), null, null)));
    }

    @Override
    public void settle(UUID id, boolean taken, Random random) {
        for (int index = 0; index < told.size(); index++) {
            Told one = told.get(index);
            if (one.entry().equals(id) && one.telling().isUnderWay()) {
                Instant now = histories.get(id).now();
                long passed = now.getEpochSecond() - one.since().getEpochSecond();
                Telling settled = new Telling(one.telling().id(), one.telling().judgement(), one.telling().hours(), taken,
                        taken ? "given-" + id : null, now, null, null);
                told.set(index, new Told(id, settled, one.since(), now,
                        taken ? one.since().plusSeconds(passed == 0 ? 0 : random.nextLong(passed + 1)) : null));
                if (!taken) {
                    histories.get(id).returned(settled.judgement(), this);
                }
                reconcile(entries.get(id));
            }
        }
    }

    @Override
    public void afterRefusal(UUID id, boolean settled) {
        still(id).filter(still -> !still.again()).ifPresent(still -> {
            Instant now = histories.get(id).now();
            Telling kept = still.kept();
            Telling next = settled
                    ? new Telling(UUID.randomUUID(), kept.judgement(), kept.hours(), true, still.counted().given(), now, null, "Yusuf Demir")
                    : new Telling(UUID.randomUUID(), kept.judgement(), kept.hours(), null, null, null, null, null);
            told.add(new Told(id, next, now, next.settledAt(), next.settledAt()));
        });
    }

    private Optional<StillCounted> still(UUID id) {
        return StillCounted.of(entries.get(id), told.stream().filter(one -> one.entry().equals(id)).map(Told::telling).toList());
    }

    /** What the municipality goes on counting of one kind, of each entry as it took it last. */
    long still(Kind kind) {
        return entries.values().stream().flatMap(entry -> still(entry.id()).stream()).map(still -> still.counted().hours())
                .filter(hours -> Kind.ofCode(hours.kind()) == kind).mapToLong(ReportedHours::minutes).sum();
    }

    /** What the entries come to, when the municipality's count was confirmed at this moment; {@code null} when never. */
    Totals totals(Instant countedAt) {
        Map<Kind, Totals.Sum> sums = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (entries().stream().anyMatch(entry -> entry.written().kind() == kind) || isHeld(kind, countedAt)
                    || still(kind) > 0) {
                sums.put(kind, new Totals.Sum(sum(kind, State.ACCEPTED), sum(kind, State.WAITING), sum(kind, State.ASKED),
                        sum(kind, State.REFUSED), sum(kind, State.CONCEPT), sum(kind, State.ACCEPTED) - held(kind, countedAt),
                        still(kind)));
            }
        }
        return new Totals(sums);
    }

    long sum(Kind kind, State state) {
        return entries().stream().filter(entry -> entry.written().kind() == kind && entry.state() == state)
                .mapToLong(entry -> entry.written().minutes()).sum();
    }

    private boolean isHeld(Kind kind, Instant countedAt) {
        return countedAt != null && entries.keySet().stream()
                .anyMatch(id -> candidates(id, countedAt).stream().anyMatch(one -> one.kind() == kind));
    }

    private long held(Kind kind, Instant countedAt) {
        return countedAt == null ? 0 : entries.keySet().stream().mapToLong(id -> candidates(id, countedAt).stream()
                .filter(one -> one.kind() == kind).mapToInt(Told::minutes).max().orElse(0)).sum();
    }

    /** What of an entry the municipality may have counted: what it took last, and whatever was under way. */
    private List<Told> candidates(UUID id, Instant countedAt) {
        List<Told> mine = told.stream().filter(one -> one.entry().equals(id)).toList();
        List<Told> found = new ArrayList<>();
        mine.stream().filter(one -> one.telling().isTaken() && !one.settled().isAfter(countedAt)).reduce((first, later) -> later)
                .ifPresent(found::add);
        mine.stream().filter(one -> !one.telling().isRefused() && !one.since().isAfter(countedAt.plusSeconds(ASKING_TAKES_SECONDS))
                && (one.settled() == null || one.settled().isAfter(countedAt))).forEach(found::add);
        return found;
    }

    /** What the municipality really counts of one kind at a moment. */
    long counted(Kind kind, Instant moment) {
        return entries.keySet().stream().mapToLong(id -> told.stream()
                .filter(one -> one.entry().equals(id) && one.applied() != null && !one.applied().isAfter(moment))
                .reduce((first, later) -> first.applied().isAfter(later.applied()) ? first : later).filter(one -> one.kind() == kind).map(Told::minutes).orElse(0)).sum();
    }

    /** Whether all that it was told is settled, so that there is no doubt about what it counts. */
    boolean isQuiet() {
        return told.stream().noneMatch(one -> one.telling().isUnderWay());
    }
}
