package nl.opkoers.agenda;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Agenda;

/**
 * Two weeks of an agenda, day by day, as its owner sees them.
 *
 * @param agenda  where it comes from
 * @param news    what changed, is off or was not taken, and was not seen yet; with the present weeks only
 * @param weeks   in order
 * @param exams   the exams after those weeks, which nobody should have to look for; with the present weeks only
 * @param undated what has no time yet; with the present weeks only
 */
public record Timetable(Agenda agenda, List<Card> news, List<Shown> weeks, List<Day> exams, List<Card> undated) {

    private static final int WEEKS_SHOWN = 2;

    /**
     * The weeks that somebody wants to see.
     *
     * @param own  what they added themselves
     * @param from a day in the first one; this week when it is no day, or lies outside the agenda
     */
    static Timetable of(Agenda agenda, Own own, String from, Clock clock) {
        Instant now = clock.instant();
        LocalDate today = Dates.dayOf(now);
        LocalDate first = Week.mondayOf(from, agenda, today);
        Cards cards = new Cards(agenda, own, now);
        List<Shown> weeks = Stream.iterate(first, monday -> monday.plusWeeks(1)).limit(WEEKS_SHOWN)
                .map(monday -> Shown.of(cards.week(monday), today, cards, agenda.holidays())).toList();
        if (!first.equals(Dates.mondayOf(today))) {
            return new Timetable(agenda, List.of(), weeks, List.of(), List.of());
        }
        List<Card> news = inOrder(agenda).map(cards::plain).filter(Card::isUnseen).toList();
        return new Timetable(agenda, news, weeks, examsFrom(first.plusWeeks(WEEKS_SHOWN), agenda, cards),
                agenda.items().stream().filter(item -> item.begin() == null).map(cards::plain).toList());
    }

    /** What has a time comes first. */
    private static Stream<Agenda.Item> inOrder(Agenda agenda) {
        return agenda.items().stream().sorted(Comparator.comparing(Agenda.Item::begin,
                Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private static List<Day> examsFrom(LocalDate day, Agenda agenda, Cards cards) {
        return agenda.items().stream().filter(item -> item.kind() == Agenda.Kind.EXAM && item.begin() != null)
                .map(Entry.Arranged::new).sorted(Entry.BY_TIME)
                .collect(Collectors.groupingBy(exam -> Dates.dayOf(exam.begin()), TreeMap::new,
                        Collectors.toList()))
                .tailMap(day).entrySet().stream().map(exams -> new Day(exams.getKey(), false, exams.getValue().stream()
                        .map(exam -> cards.line(cards.week(exams.getKey()), Week.Slot.on(exams.getKey(), exam))).toList()))
                .toList();
    }

    /** The Monday from which to read back; {@code null} when nothing earlier is known. */
    public LocalDate getEarlier() {
        return known(weeks.get(0).week().monday().minusWeeks(WEEKS_SHOWN));
    }

    /** The Monday from which to read on; {@code null} when nothing later is known. */
    public LocalDate getLater() {
        return known(weeks.get(0).week().monday().plusWeeks(WEEKS_SHOWN));
    }

    private LocalDate known(LocalDate monday) {
        return Week.isWithin(agenda, monday) ? monday : null;
    }

    /** Whether it begins with the present week. */
    public boolean isNow() {
        return weeks.get(0).when() == When.THIS;
    }

    /** Which week it is, seen from today. */
    public enum When {
        THIS, NEXT, OTHER
    }

    /**
     * A week as it is shown.
     *
     * @param all      its seven days
     * @param today    which day it is, in this week or not
     * @param holidays those that fall in this week
     */
    public record Shown(Week week, List<Day> all, LocalDate today, List<Agenda.Holiday> holidays) {

        static Shown of(Week week, LocalDate today, Cards cards, List<Agenda.Holiday> holidays) {
            List<Day> all = week.days().stream().map(day -> new Day(day.date(), day.date().equals(today),
                    day.slots().stream().map(slot -> cards.line(week, slot)).toList())).toList();
            return new Shown(week, all, today,
                    holidays.stream().filter(holiday -> holiday.from() != null && holiday.until() != null
                            && holiday.from().isBefore(week.next()) && !holiday.until().isBefore(week.monday())).toList());
        }

        /** Which week it is. */
        public When when() {
            LocalDate present = Dates.mondayOf(today);
            return week.monday().equals(present) ? When.THIS : week.monday().equals(present.plusWeeks(1)) ? When.NEXT : When.OTHER;
        }

        /** The days with something on; in the present week today stands first among them in any case. */
        public List<Day> days() {
            return all.stream().filter(day -> !day.lines().isEmpty() || day.today()).filter(day -> !isEarlier(day)).toList();
        }

        /** The days of the present week that have gone by, with something on. */
        public List<Day> earlier() {
            return all.stream().filter(day -> !day.lines().isEmpty() && isEarlier(day)).toList();
        }

        private boolean isEarlier(Day day) {
            return when() == When.THIS && day.date().isBefore(today);
        }

        /** Whether nothing at all is on. */
        public boolean isEmpty() {
            return week.isEmpty();
        }

        /** Whether no lesson is given, as far as is known. */
        public boolean isWithoutLessons() {
            return week.entries().stream().noneMatch(entry -> entry.sort() == Entry.Sort.LESSON && !entry.cancelled());
        }
    }

    /** A day with what is on, the first thing first. */
    public record Day(LocalDate date, boolean today, List<Line> lines) {

        /** As many as fit in the overview of the week. */
        private static final int MOST_IN_SHORT = 4;

        /** What is on first, as far as the overview of the week has room. */
        public List<Line> inShort() {
            return lines.subList(0, lines.size() - more());
        }

        /** How many there are besides. */
        public int more() {
            return Math.max(0, lines.size() - MOST_IN_SHORT);
        }
    }

    /**
     * One thing that is on.
     *
     * @param card     what was arranged; {@code null} when it is the person's own work
     * @param sameTime what else is on at the time of that work
     */
    public record Line(Week.Slot slot, Card card, SameTime sameTime) {
    }
}
