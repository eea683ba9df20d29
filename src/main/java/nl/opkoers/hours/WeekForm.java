package nl.opkoers.hours;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.language.Dates;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/**
 * A week that is filled in like another one.
 *
 * @param monday    its first day
 * @param present   whether it is the week of today
 * @param rows      what was done then, on the same days of this week
 * @param questions what is asked before it is sent
 * @param nothing   whether nothing was chosen
 * @param first     whether nothing was logged yet that a week could be like
 */
record WeekForm(LocalDate monday, boolean present, List<Row> rows, Set<Question> questions, boolean nothing, boolean first) {

    /** These stand in each row, followed by its number. */
    private static final String ID = "id";
    private static final String LIKE = "like";
    private static final String DAY = "day";
    private static final String CHOSEN = "row";

    /**
     * One entry to come.
     *
     * @param id      made with the form
     * @param like    what it is like
     * @param mistake why it cannot be sent; {@code null} when it can
     */
    record Row(UUID id, Entry like, LocalDate day, boolean chosen, Mistake mistake) {

        Written written() {
            return like.written().on(day);
        }
    }

    /**
     * The week to propose: the days that are still to come are left out, and what is logged already.
     *
     * @param like   the entries of the other week
     * @param logged those of this one
     */
    static WeekForm of(LocalDate monday, LocalDate today, List<Entry> like, List<Entry> logged) {
        List<Row> rows = like.stream().map(entry -> new Row(UUID.randomUUID(), entry, sameDay(entry, monday), true, null))
                .filter(row -> !row.day().isAfter(today) && logged.stream().noneMatch(there -> isSame(there, row))).toList();
        return new WeekForm(monday, isPresent(monday, today), rows, Set.of(), false, like.isEmpty() && logged.isEmpty());
    }

    private static LocalDate sameDay(Entry entry, LocalDate monday) {
        LocalDate day = entry.written().day();
        return monday.plusDays(ChronoUnit.DAYS.between(Dates.mondayOf(day), day));
    }

    private static boolean isSame(Entry there, Row row) {
        return there.written().day().equals(row.day()) && there.written().activity() == row.like().written().activity();
    }

    private static boolean isPresent(LocalDate monday, LocalDate today) {
        return !today.isBefore(monday) && today.isBefore(monday.plusWeeks(1));
    }

    /** The ids in what was sent: of what the entries to come are like, and of those themselves. */
    static Set<UUID> ids(Map<String, String> typed) {
        return IntStream.range(0, Weeks.MOST).boxed().flatMap(number -> Stream.of(ID + number, LIKE + number))
                .flatMap(field -> Ids.of(typed.get(field)).stream()).collect(Collectors.toSet());
    }

    /**
     * What was sent.
     *
     * @param entries of this person, by id: those of {@link #ids} that there are
     */
    static WeekForm of(Map<String, String> typed, LocalDate today, Map<UUID, Entry> entries) {
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < Weeks.MOST; number++) {
            Optional<UUID> id = Ids.of(typed.get(ID + number));
            Optional<LocalDate> day = Typed.day(typed.get(DAY + number));
            Optional<Entry> like = Ids.of(typed.get(LIKE + number)).map(entries::get);
            if (id.isPresent() && day.isPresent() && like.isPresent()) {
                rows.add(new Row(id.get(), like.get(), day.get(), typed.containsKey(CHOSEN + number), null));
            }
        }
        LocalDate monday = Dates.mondayOf(rows.isEmpty() ? today : rows.get(0).day());
        return new WeekForm(monday, isPresent(monday, today), List.copyOf(rows), Set.of(), false, false);
    }

    WeekForm withNothing() {
        return new WeekForm(monday, present, rows, questions, true, first);
    }

    /**
     * The same, with what is wrong with it or asked about it.
     *
     * @param found whether the entries to come make sense, by id; nothing of what needs no looking at
     * @param sure  the questions to which the person says that it is right; {@code null} when there are none
     */
    WeekForm looked(Map<UUID, Sense> found, String sure) {
        List<Question> asked = new ArrayList<>();
        List<Row> seen = new ArrayList<>();
        for (Row row : rows) {
            Sense sense = found.getOrDefault(row.id(), Sense.CLEAR);
            asked.addAll(sense.questions());
            seen.add(marked(row, sense));
        }
        return new WeekForm(monday, present, List.copyOf(seen), Question.unanswered(asked, sure), false, first);
    }

    /** The same, with what is wrong with one row. */
    WeekForm with(Row wrong, Sense sense) {
        List<Row> marked = rows.stream().map(row -> row.id().equals(wrong.id()) ? marked(row, sense) : row).toList();
        return new WeekForm(monday, present, marked, questions, nothing, first);
    }

    private static Row marked(Row row, Sense sense) {
        return new Row(row.id(), row.like(), row.day(), row.chosen(), sense.isMistaken() ? sense.mistakes().get(0) : null);
    }

    /** Whether it cannot be sent as it is. */
    public boolean isHeld() {
        return nothing || isMistaken() || !questions.isEmpty();
    }

    public boolean isMistaken() {
        return rows.stream().anyMatch(row -> row.mistake() != null);
    }

    /** What says that everything that is asked is right. */
    public String getSure() {
        return Question.names(questions);
    }

    /** The Monday before it. */
    public LocalDate getPrevious() {
        return monday.minusWeeks(1);
    }
}
