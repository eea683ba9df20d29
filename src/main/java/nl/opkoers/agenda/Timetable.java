package nl.opkoers.agenda;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Sent;
import nl.opkoers.municipality.contract.Agenda;

/**
 * Two weeks of an agenda, day by day, as its owner sees them.
 *
 * @param agenda  where it comes from
 * @param weeks   in order
 * @param exams   the exams after those weeks, which nobody should have to look for; with the present weeks only
 * @param undated what has no time yet; with the present weeks only
 */
public record Timetable(Agenda agenda, List<Shown> weeks, List<Day> exams, List<Card> undated) {

    private static final int WEEKS_SHOWN = 2;

    /**
     * The weeks that somebody wants to see.
     *
     * @param from a day in the first one; this week when it is no day, or lies outside the agenda
     */
    static Timetable of(Agenda agenda, List<Sent> sent, String from, Clock clock) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(Dates.AMSTERDAM).toLocalDate();
        LocalDate first = first(agenda, from, today);
        Function<Agenda.Item, Card> card = item -> Card.of(item, sent, now);
        List<Shown> weeks = Stream.iterate(first, monday -> monday.plusWeeks(1)).limit(WEEKS_SHOWN)
                .map(monday -> Shown.of(Week.of(monday, agenda.items(), List.of()), today, card, agenda.holidays())).toList();
        if (!first.equals(Week.mondayOf(today))) {
            return new Timetable(agenda, weeks, List.of(), List.of());
        }
        return new Timetable(agenda, weeks, examsFrom(first.plusWeeks(WEEKS_SHOWN), agenda, card),
                agenda.items().stream().filter(item -> item.begin() == null).map(card).toList());
    }

    private static List<Day> examsFrom(LocalDate day, Agenda agenda, Function<Agenda.Item, Card> card) {
        return agenda.items().stream().filter(item -> item.kind() == Agenda.Kind.EXAM && item.begin() != null)
                .sorted(Comparator.comparing(Agenda.Item::begin))
                .map(item -> new Day(item.begin().atZone(Dates.AMSTERDAM).toLocalDate(), false, List.of(card.apply(item))))
                .filter(exam -> !exam.date().isBefore(day)).toList();
    }

    private static LocalDate first(Agenda agenda, String from, LocalDate today) {
        try {
            LocalDate asked = Week.mondayOf(LocalDate.parse(String.valueOf(from)));
            return within(agenda, asked) ? asked : Week.mondayOf(today);
        } catch (DateTimeParseException garbled) {
            return Week.mondayOf(today);
        }
    }

    private static boolean within(Agenda agenda, LocalDate monday) {
        return agenda.from() != null && agenda.until() != null
                && !monday.isBefore(Week.mondayOf(agenda.from())) && monday.isBefore(agenda.until());
    }

    /** Whether any lesson is known at all: where none is, that says nothing about whether there are lessons. */
    public boolean isLessonsKnown() {
        return agenda.items().stream().anyMatch(item -> item.kind() == Agenda.Kind.LESSON);
    }

    /** The Monday from which to read back; {@code null} when nothing earlier is known. */
    public LocalDate getEarlier() {
        return known(weeks.get(0).monday().minusWeeks(WEEKS_SHOWN));
    }

    /** The Monday from which to read on; {@code null} when nothing later is known. */
    public LocalDate getLater() {
        return known(weeks.get(0).monday().plusWeeks(WEEKS_SHOWN));
    }

    private LocalDate known(LocalDate monday) {
        return within(agenda, monday) ? monday : null;
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
     * @param days     with something on; in the present week today stands first among them in any case
     * @param earlier  the days of the present week that have gone by, with something on
     * @param holidays those that fall in this week
     */
    public record Shown(LocalDate monday, When when, List<Day> days, List<Day> earlier, List<Agenda.Holiday> holidays) {

        static Shown of(Week week, LocalDate today, Function<Agenda.Item, Card> card, List<Agenda.Holiday> holidays) {
            When when = when(week.monday(), Week.mondayOf(today));
            List<Day> days = week.days().stream().map(day -> Day.of(day, today, card))
                    .filter(day -> !day.cards().isEmpty() || day.today()).toList();
            return new Shown(week.monday(), when,
                    days.stream().filter(day -> when != When.THIS || !day.date().isBefore(today)).toList(),
                    days.stream().filter(day -> when == When.THIS && day.date().isBefore(today)).toList(),
                    holidays.stream().filter(holiday -> holiday.from() != null && holiday.until() != null
                            && holiday.from().isBefore(week.next()) && !holiday.until().isBefore(week.monday())).toList());
        }

        private static When when(LocalDate monday, LocalDate present) {
            return monday.equals(present) ? When.THIS : monday.equals(present.plusWeeks(1)) ? When.NEXT : When.OTHER;
        }

        /** Whether nothing at all is on. */
        public boolean isEmpty() {
            return cards().findAny().isEmpty();
        }

        /** Whether no lesson is given, as far as is known. */
        public boolean isWithoutLessons() {
            return cards().noneMatch(card -> card.item().kind() == Agenda.Kind.LESSON && !card.item().cancelled());
        }

        private Stream<Card> cards() {
            return Stream.concat(earlier.stream(), days.stream()).flatMap(day -> day.cards().stream());
        }
    }

    /** A day with what is on, the first thing first. */
    public record Day(LocalDate date, boolean today, List<Card> cards) {

        static Day of(Week.Day day, LocalDate today, Function<Agenda.Item, Card> card) {
            return new Day(day.date(), day.date().equals(today), day.slots().stream().map(Week.Slot::entry)
                    .flatMap(entry -> entry instanceof Entry.Arranged arranged ? Stream.of(card.apply(arranged.item())) : Stream.empty())
                    .toList());
        }
    }
}
