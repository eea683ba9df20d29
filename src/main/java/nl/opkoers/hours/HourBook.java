package nl.opkoers.hours;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.opkoers.hours.Logged.Outcome;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.notice.SomethingWaits;

/**
 * Everybody's hours. Nothing in it is ever changed: acts are added, and how an entry stands follows from them. An entry is
 * only found under the key of the person whose it is.
 */
@ApplicationScoped
public class HourBook {

    /** More than anybody can do in a day. */
    public static final int MOST_A_DAY = 60;
    /** More than anybody logs in the years that they have. */
    public static final int MOST = 5_000;

    private final HourRows rows;
    private final HourSums sums;
    private final Reports reports;
    private final Event<SomethingWaits> waits;
    private final Clock clock;

    HourBook(HourRows rows, HourSums sums, Reports reports, Event<SomethingWaits> waits, Clock clock) {
        this.rows = rows;
        this.sums = sums;
        this.reports = reports;
        this.waits = waits;
        this.clock = clock;
    }

    /**
     * Lets something happen to an entry. The same act twice, also at once, counts once; acts that come in another order come to
     * the same, or do not fit and change nothing.
     *
     * @param entry the first act of a new one begins it
     */
    public Logged log(ParticipantKey key, UUID entry, Act act) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            if (!rows.hold(key, entry)) {
                Optional<Outcome> hindrance = begin(key, entry, act);
                if (hindrance.isPresent()) {
                    return Logged.without(hindrance.get());
                }
            }
            return take(key, Entry.of(entry, rows.acts(key, entry)), act);
        });
    }

    private Optional<Outcome> begin(ParticipantKey key, UUID entry, Act act) {
        if (!(act instanceof Act.Saved) && !(act instanceof Act.Sent)) {
            return Optional.of(Outcome.ABSENT);
        }
        rows.onlyOneAtATime(key);
        if (rows.hold(key, entry)) {
            return Optional.empty();
        }
        Instant midnight = Dates.today(clock).atStartOfDay(Dates.AMSTERDAM).toInstant();
        HourRows.Begun begun = rows.begun(key, midnight);
        if (begun.today() >= MOST_A_DAY) {
            return Optional.of(Outcome.MANYTODAY);
        }
        return begun.all() >= MOST ? Optional.of(Outcome.MANY) : Optional.empty();
    }

    private Logged take(ParticipantKey key, Entry before, Act act) {
        if (before.has(act.id())) {
            return Logged.of(Outcome.AGAIN, before);
        }
        Entry after = before.after(act);
        if (after.equals(before)) {
            return Logged.of(Outcome.UNFIT, before);
        }
        rows.keep(key, after, act, clock.instant());
        reports.reconcile(key, after);
        if (act instanceof Act.Asked || act instanceof Act.Refused) {
            waits.fire(new SomethingWaits(key, act.id()));
        }
        return Logged.of(Outcome.DONE, after);
    }

    /**
     * Tells the municipality once more that hours no longer count, which it did not take.
     *
     * @param seen what it did not take, as the coach saw it: when something came after that, nothing happens
     */
    public void tellAgain(ParticipantKey key, UUID entry, UUID seen) {
        held(key, entry, kept -> reports.tellAgain(key, kept, seen));
    }

    /**
     * Notes that the municipality no longer counts hours of which it did not take that.
     *
     * @param seen as in {@link #tellAgain}
     * @param by   the opaque id of the coach who settled it with the municipality
     */
    public void settle(ParticipantKey key, UUID entry, UUID seen, String by, String byName) {
        held(key, entry, kept -> reports.settle(key, kept, seen, by, byName));
    }

    private void held(ParticipantKey key, UUID entry, Consumer<Entry> work) {
        QuarkusTransaction.joiningExisting().run(() -> {
            if (rows.hold(key, entry)) {
                work.accept(Entry.of(entry, rows.acts(key, entry)));
            }
        });
    }

    /** All that the municipality was told of those of these entries that it may count otherwise, the first thing first. One query. */
    @Transactional
    Map<UUID, List<Telling>> told(ParticipantKey key, Collection<Entry> entries) {
        List<UUID> reopened = entries.stream().filter(Entry::isReopened).map(Entry::id).toList();
        return reopened.isEmpty() ? Map.of() : reports.tellings(key, reopened);
    }

    /** The entries of which the municipality counts what does not count here, the latest day first. One query. */
    @Transactional
    List<Entry> stillCounted(ParticipantKey key) {
        return rows.stillCounted(key, MOST);
    }

    /**
     * The entries of these days, the latest day first; without what was withdrawn.
     *
     * @param from  the first day
     * @param until the day after the last one
     */
    @Transactional
    public List<Entry> of(ParticipantKey key, LocalDate from, LocalDate until) {
        return rows.of(key, from, until);
    }

    /** One entry; empty when this person has none with this id. */
    @Transactional
    public Optional<Entry> find(ParticipantKey key, UUID entry) {
        List<Act> acts = rows.acts(key, entry);
        return acts.isEmpty() ? Optional.empty() : Optional.of(Entry.of(entry, acts));
    }

    /** Those of a person's entries with these ids, by id. One query. */
    @Transactional
    public Map<UUID, Entry> find(ParticipantKey key, Collection<UUID> entries) {
        return entries.isEmpty() ? Map.of()
                : rows.find(key, entries).stream().collect(Collectors.toMap(Entry::id, entry -> entry));
    }

    /** What was judged since a moment, as far as that judgement still holds. One query. */
    @Transactional
    public List<Entry> judgedSince(ParticipantKey key, Instant since) {
        return rows.judgedSince(key, since);
    }

    /** What waits for a coach, of any of these people, what was sent first coming first. One query. */
    @Transactional
    public List<Waiting> waiting(String municipality, Collection<String> participants) {
        return participants.isEmpty() ? List.of() : rows.waiting(municipality, participants);
    }

    /**
     * What somebody's entries come to. One query.
     *
     * @param countedAt when the municipality's own count, of which is told what is not in it, was confirmed; {@code null} when
     *                  there is none
     */
    @Transactional
    public Totals totals(ParticipantKey key, Instant countedAt) {
        return sums.of(key, countedAt);
    }
}
