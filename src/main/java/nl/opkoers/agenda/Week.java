package nl.opkoers.agenda;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Agenda;

/**
 * Seven days from a Monday on, in the time of Amsterdam.
 *
 * @param monday  its first day
 * @param days    the seven days, each with what is on
 * @param load    how much time it takes
 * @param clashes what is on at the same time within this week, in the order of time
 * @param undated what the source gave no time for: it may be in any week, and is not to be lost
 */
public record Week(LocalDate monday, List<Day> days, Load load, List<Clash> clashes, List<Agenda.Item> undated) {

    private static final int DAYS = 7;

    public Week {
        days = List.copyOf(days);
        clashes = List.copyOf(clashes);
        undated = List.copyOf(undated);
    }

    /**
     * The week around a day.
     *
     * @param items    what was arranged, of this week and perhaps of others
     * @param work     the patterns of the person's own work; without mistakes
     * @param declined the keys of what the person said not to come to: it is shown, and takes no time
     */
    public static Week of(LocalDate day, Collection<Agenda.Item> items, Collection<? extends WorkPattern> work, Set<String> declined) {
        LocalDate monday = Dates.mondayOf(day);
        Instant from = beginOf(monday);
        Instant until = beginOf(monday.plusDays(DAYS));
        List<Entry> entries = entries(monday, items, work).filter(entry -> entry.touches(from, until))
                .sorted(Entry.BY_TIME).toList();
        List<Day> days = IntStream.range(0, DAYS).mapToObj(number -> Day.of(monday.plusDays(number), entries)).toList();
        List<Clash> clashes = Clash.among(entries).stream()
                .filter(clash -> clash.from().isBefore(until) && clash.until().isAfter(from)).toList();
        return new Week(monday, days, Load.of(entries.stream().filter(entry -> !declined.contains(entry.key())).toList(), from, until), clashes,
                items.stream().filter(item -> item.begin() == null).toList());
    }

    /**
     * The Monday of the week somebody means.
     *
     * @param asked a day in it; this week when it is no day, or lies outside the agenda
     */
    static LocalDate mondayOf(String asked, Agenda agenda, LocalDate today) {
        try {
            LocalDate monday = Dates.mondayOf(LocalDate.parse(String.valueOf(asked)));
            return isWithin(agenda, monday) ? monday : Dates.mondayOf(today);
        } catch (DateTimeException noDayOrNoMonday) {
            return Dates.mondayOf(today);
        }
    }

    /** Whether an agenda tells of the week that begins on this Monday. */
    static boolean isWithin(Agenda agenda, LocalDate monday) {
        return agenda.from() != null && agenda.until() != null
                && !monday.isBefore(Dates.mondayOf(agenda.from())) && monday.isBefore(agenda.until());
    }

    /** Work of the night before the Monday may go on into it. */
    private static Stream<Entry> entries(LocalDate monday, Collection<Agenda.Item> items, Collection<? extends WorkPattern> work) {
        Stream<Entry> arranged = items.stream().filter(item -> item.begin() != null).map(Entry.Arranged::new);
        Stream<Entry> own = work.stream().flatMap(pattern -> pattern.between(monday.minusDays(1), monday.plusDays(DAYS)).stream());
        return Stream.concat(arranged, own);
    }

    /** Everything in it, each entry once, in the order of time. */
    public List<Entry> entries() {
        return days.stream().flatMap(day -> day.slots().stream()).map(Slot::entry).distinct().toList();
    }

    /** The clashes in which an entry takes part. */
    public List<Clash> clashesOf(Entry entry) {
        return clashes.stream().filter(clash -> clash.involves(entry)).toList();
    }

    /** Whether nothing is on, not even something cancelled. */
    public boolean isEmpty() {
        return days.stream().allMatch(day -> day.slots().isEmpty());
    }

    /** The number of the week as calendars print it (ISO 8601). */
    public int number() {
        return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** The year to which that number belongs: around New Year it may differ from the year of the day. */
    public int year() {
        return monday.get(IsoFields.WEEK_BASED_YEAR);
    }

    /** The first day after it, which is the Monday of the next week. */
    public LocalDate next() {
        return monday.plusDays(DAYS);
    }

    /** The Monday of the week before. */
    public LocalDate previous() {
        return monday.minusDays(DAYS);
    }

    private static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(Dates.AMSTERDAM).toInstant();
    }

    /** One day, with what is on in the order of time. What goes on over midnight is on both days. */
    public record Day(LocalDate date, List<Slot> slots) {

        public Day {
            slots = List.copyOf(slots);
        }

        private static Day of(LocalDate date, List<Entry> entries) {
            Instant from = beginOf(date);
            Instant until = beginOf(date.plusDays(1));
            return new Day(date, entries.stream().filter(entry -> entry.touches(from, until)).map(entry -> Slot.on(date, entry)).toList());
        }
    }

    /**
     * An entry on one day.
     *
     * @param begunBefore whether it began on an earlier day
     * @param goesOn      whether it ends on a later day
     */
    public record Slot(Entry entry, boolean begunBefore, boolean goesOn) {

        static Slot on(LocalDate date, Entry entry) {
            return new Slot(entry, entry.begin().isBefore(beginOf(date)), entry.end().isAfter(beginOf(date.plusDays(1))));
        }

        /** What the clock shows when it begins, be it on an earlier day. */
        public LocalTime begin() {
            return clock(entry.begin());
        }

        /** What the clock shows when it ends, be it on a later day; {@code null} when that is not known. */
        public LocalTime end() {
            return entry.end().isAfter(entry.begin()) ? clock(entry.end()) : null;
        }

        private static LocalTime clock(Instant moment) {
            return moment.atZone(Dates.AMSTERDAM).toLocalTime();
        }
    }
}
