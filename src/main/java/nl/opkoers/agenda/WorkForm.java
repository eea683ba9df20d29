package nl.opkoers.agenda;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.agenda.WorkMistake.What;
import nl.opkoers.agenda.WorkPattern.WorkDate;
import nl.opkoers.agenda.WorkPattern.WorkDay;

/**
 * The form in which somebody tells when they work.
 *
 * @param id    of the pattern that it makes or changes
 * @param typed what is in it
 * @param wrong what is wrong with that, in the order of the form; empty when it was not looked at yet
 * @param full  whether there is no room for another pattern
 */
record WorkForm(UUID id, WorkKind kind, WorkTyped typed, List<Wrong> wrong, boolean full) {

    /** The button that asks for more rows, and the field that remembers how many there are. */
    static final String MORE = "more";
    static final String ROWS = "rows";

    private static final int DAYS = DayOfWeek.values().length;
    private static final int FIRST_DATES = 4;
    private static final int MOST_DATES = 8;

    WorkForm {
        wrong = List.copyOf(wrong);
    }

    /** A field with what was typed in it. */
    record Field(String name, String value, List<What> wrong) {
    }

    /**
     * A day in the form.
     *
     * @param number counted from 0
     * @param day    which day of the week it is; {@code null} where somebody gives a date, or no day at all
     */
    record Row(int number, DayOfWeek day) {
    }

    /**
     * Something wrong, at the field where it can be mended.
     *
     * @param row the day it is in; {@code null} when it is in none
     */
    record Wrong(String field, What what, Row row) {
    }

    static WorkForm empty(WorkKind kind) {
        return of(UUID.randomUUID(), kind, Map.of());
    }

    static WorkForm of(UUID id, WorkKind kind, Map<String, String> values) {
        return new WorkForm(id, kind, new WorkTyped(values), List.of(), false);
    }

    static WorkForm of(WorkPatterns.Kept kept) {
        return new WorkForm(kept.id(), kept.kind(), WorkTyped.of(kept.pattern()), List.of(), false);
    }

    /** The same form with everything that is wrong with it. */
    WorkForm checked(LocalDate today) {
        List<WorkMistake> found = typed.hasRowsBeyond(mostRows()) ? List.of(new WorkMistake(What.TOO_MANY_ROWS, null))
                : pattern().mistakes(today);
        return new WorkForm(id, kind, typed, found.stream().map(this::wrong).toList(), full);
    }

    /** The same form, telling that there is no room for it. */
    WorkForm withoutRoom() {
        return new WorkForm(id, kind, typed, wrong, true);
    }

    /** What it tells; perhaps with mistakes. */
    WorkPattern pattern() {
        return switch (kind) {
            case WEEKLY -> new WorkPattern.Weekly(days());
            case ALTERNATING -> new WorkPattern.EveryOtherWeek(typed.date(WorkTyped.DAY), days());
            case SHIFTS -> new WorkPattern.Shifts(typed.date(WorkTyped.DAY), typed.number(WorkTyped.DAYS_ON),
                    typed.number(WorkTyped.DAYS_OFF), typed.times(0));
            case LOOSE -> new WorkPattern.Loose(filled().map(row -> new WorkDate(typed.date(WorkTyped.DATE + row.number()),
                    typed.times(row.number()))).toList());
        };
    }

    /** Whether only more rows were asked for. */
    boolean asksForMore() {
        return typed.has(MORE);
    }

    /** Whether there can be more rows than it has. */
    public boolean hasMore() {
        return kind == WorkKind.LOOSE && rows().size() < MOST_DATES;
    }

    /** The days to fill in. */
    public List<Row> rows() {
        int rows = kind == WorkKind.LOOSE && !typed.has(MORE) && !typed.value(ROWS).equals(String.valueOf(MOST_DATES))
                && IntStream.range(FIRST_DATES, MOST_DATES).noneMatch(typed::hasRow) ? FIRST_DATES : mostRows();
        boolean week = kind == WorkKind.WEEKLY || kind == WorkKind.ALTERNATING;
        return IntStream.range(0, rows).mapToObj(row -> new Row(row, week ? DayOfWeek.of(row + 1) : null)).toList();
    }

    /** Whether each of its days is a date. */
    public boolean dated() {
        return kind == WorkKind.LOOSE;
    }

    /** A field of the form. */
    public Field field(String name) {
        return new Field(name, typed.value(name),
                wrong.stream().filter(wrong -> wrong.field().equals(name)).map(Wrong::what).toList());
    }

    /** A field of one of its rows. */
    public Field field(String name, int row) {
        return field(name + row);
    }

    private int mostRows() {
        return switch (kind) {
            case WEEKLY, ALTERNATING -> DAYS;
            case SHIFTS -> 1;
            case LOOSE -> MOST_DATES;
        };
    }

    private Stream<Row> filled() {
        return rows().stream().filter(row -> typed.hasRow(row.number()));
    }

    private List<WorkDay> days() {
        return filled().map(row -> new WorkDay(row.day(), typed.times(row.number()))).toList();
    }

    /** A pattern counts the days that were filled in, a form counts them all. */
    private Wrong wrong(WorkMistake mistake) {
        Row row = mistake.row() == null ? null : filled().toList().get(mistake.row());
        int number = row == null ? 0 : row.number();
        String field = switch (mistake.what()) {
            case NO_DAYS, TOO_MANY_ROWS -> (dated() ? WorkTyped.DATE : WorkTyped.FROM) + number;
            case DAY_MISSING, BEGIN_MISSING, OVERLAPS_ANOTHER -> WorkTyped.FROM + number;
            case END_MISSING, END_NOT_AFTER_BEGIN, LONGER_THAN_A_DAY -> WorkTyped.TO + number;
            case DATE_MISSING, DATE_TOO_LONG_AGO, DATE_TOO_FAR_AHEAD -> row == null ? WorkTyped.DAY : WorkTyped.DATE + number;
            case DAYS_ON -> WorkTyped.DAYS_ON;
            case DAYS_OFF -> WorkTyped.DAYS_OFF;
        };
        return new Wrong(field, mistake.what(), row);
    }
}
