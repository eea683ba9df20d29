package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.opkoers.agenda.WorkPattern.EveryOtherWeek;
import nl.opkoers.agenda.WorkPattern.Loose;
import nl.opkoers.agenda.WorkPattern.Shifts;
import nl.opkoers.agenda.WorkPattern.Times;
import nl.opkoers.agenda.WorkPattern.WorkDate;
import nl.opkoers.agenda.WorkPattern.WorkDay;
import nl.opkoers.agenda.WorkPattern.Weekly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what somebody typed about their work. */
class WorkFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Times DAY = new Times(LocalTime.of(8, 0), LocalTime.of(16, 30), false);
    private static final Times NIGHT = new Times(LocalTime.of(22, 0), LocalTime.of(6, 0), true);

    static List<WorkPattern> patterns() {
        return List.of(new Weekly(List.of(new WorkDay(DayOfWeek.MONDAY, DAY), new WorkDay(DayOfWeek.SUNDAY, NIGHT))),
                new EveryOtherWeek(TODAY, List.of(new WorkDay(DayOfWeek.FRIDAY, DAY))),
                new Shifts(TODAY, 7, 7, NIGHT),
                new Loose(List.of(new WorkDate(TODAY, DAY), new WorkDate(TODAY.plusDays(2), NIGHT))));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void whatIsKnownComesBackInTheFormAndIsTheSameAgain(WorkPattern pattern) {
        WorkForm form = WorkForm.of(new WorkPatterns.Kept(UUID.randomUUID(), pattern));

        assertEquals(pattern, form.pattern());
        assertEquals(List.of(), form.checked(TODAY).wrong());
    }

    @Test
    void anEmptyDayIsNoWorkAlsoWhenItWouldEndTheNextDay() {
        WorkForm form = form(WorkKind.WEEKLY, "from1=08:00", "to1=16:30", "next4=yes", "from5= ");

        assertEquals(new Weekly(List.of(new WorkDay(DayOfWeek.TUESDAY, DAY))), form.pattern());
    }

    @Test
    void aMistakeIsToldAtTheDayInTheFormNotAtTheDayInThePattern() {
        WorkForm form = form(WorkKind.WEEKLY, "from1=08:00", "to1=16:30", "from4=09:00").checked(TODAY);

        assertEquals("to4 END_MISSING FRIDAY", wrong(form));
        assertEquals(List.of(WorkMistake.What.END_MISSING), form.field("to", 4).wrong());
        assertEquals(List.of(), form.field("to", 1).wrong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a quarter past", "25:00", "8", "08:60", "-1:00", "٠٨", "08:00:00:00", "2026-11-21"})
    void aTimeThatCannotBeReadIsAskedForAgain(String typed) {
        WorkForm form = form(WorkKind.WEEKLY, "from0=" + typed, "to0=16:30").checked(TODAY);

        assertEquals("from0 BEGIN_MISSING MONDAY", wrong(form));
        assertEquals(typed, form.field("from", 0).value(), "kept as it was typed");
    }

    @Test
    void aTimeMayBeTypedAsPeopleDo() {
        assertEquals(DAY, new WorkTyped(Map.of("from0", " 8:00", "to0", "16:30:59")).times(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-02-30", "21-11-2026", "+999999999-12-31", "-999999999-01-01", "2026-11-21T08:00"})
    void aDateThatCannotBeReadIsAskedForAgain(String typed) {
        assertNull(new WorkTyped(Map.of("day", typed)).date("day"));
        assertTrue(wrong(form(WorkKind.ALTERNATING, "day=" + typed, "from0=08:00", "to0=09:00").checked(TODAY))
                .startsWith("day DATE_MISSING"));
    }

    @Test
    void numbersOfShiftsAreReadInWhateverDigits() {
        assertEquals(7, new WorkTyped(Map.of("on", "٧")).number("on"));
        assertNull(new WorkTyped(Map.of("on", "seven")).number("on"));
        assertNull(new WorkTyped(Map.of("on", "99999999999")).number("on"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from8", "date99", "to123456789012345678901234567890", "from08"})
    void moreDaysThanThereAreIsSaidAndNotHalfKept(String field) {
        WorkForm form = form(WorkKind.LOOSE, "date0=2026-11-22", "from0=08:00", "to0=09:00", field + "=x").checked(TODAY);

        assertEquals("date0 TOO_MANY_ROWS", wrong(form));
    }

    @Test
    void thereAreFourDatesAndOnAskingEight() {
        assertEquals(4, form(WorkKind.LOOSE).rows().size());
        assertTrue(form(WorkKind.LOOSE).hasMore());
        for (String more : new String[] {"more=yes", "rows=8", "date6=2026-11-22"}) {
            assertEquals(8, form(WorkKind.LOOSE, more).rows().size(), more);
        }
        assertEquals(7, form(WorkKind.WEEKLY, "more=yes", "rows=99").rows().size());
    }

    private static WorkForm form(WorkKind kind, String... typed) {
        Map<String, String> values = List.of(typed).stream().map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        return WorkForm.of(UUID.randomUUID(), kind, values);
    }

    private static String wrong(WorkForm form) {
        return form.wrong().stream().map(wrong -> wrong.field() + " " + wrong.what()
                + (wrong.row() == null ? "" : " " + wrong.row().day())).collect(Collectors.joining(", "));
    }
}
