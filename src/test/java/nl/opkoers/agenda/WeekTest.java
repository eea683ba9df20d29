package nl.opkoers.agenda;

import static nl.opkoers.agenda.Items.at;
import static nl.opkoers.agenda.Items.cancelled;
import static nl.opkoers.agenda.Items.item;
import static nl.opkoers.agenda.Items.lesson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.opkoers.agenda.Entry.Sort;
import nl.opkoers.agenda.WorkPattern.Times;
import nl.opkoers.agenda.WorkPattern.WorkDay;
import nl.opkoers.municipality.contract.Agenda;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 2026-11-16, 47, 2026", "2026-11-22, 2026-11-16, 47, 2026", "2026-12-31, 2026-12-28, 53, 2026",
        "2027-01-01, 2026-12-28, 53, 2026", "2027-01-03, 2026-12-28, 53, 2026", "2027-01-04, 2027-01-04, 1, 2027",
        "2024-12-30, 2024-12-30, 1, 2025", "2028-02-29, 2028-02-28, 9, 2028"})
    void aWeekBeginsOnMondayAndIsNumberedAsCalendarsDo(LocalDate day, LocalDate monday, int number, int year) {
        Week week = week(day);
        assertEquals(monday, week.monday());
        assertEquals(number, week.number());
        assertEquals(year, week.year());
        assertEquals(week, week(week.next().minusDays(1)));
        assertEquals(week.next(), week(week.next()).monday());
        assertEquals(week.previous(), week(week.monday().minusDays(1)).monday());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
        "2026-11-25, 2026-11-23", "2026-11-01, 2026-10-26", "2026-10-26, 2026-10-26", "2026-12-14, 2026-12-14",
        "2026-10-25, 2026-11-16", "2026-12-21, 2026-11-16", "2026-02-30, 2026-11-16", "soon, 2026-11-16", "none, 2026-11-16"})
    void whoAsksForNoWeekOfTheAgendaMeansThisWeek(String asked, LocalDate monday) {
        Agenda agenda = new Agenda(null, null, LocalDate.parse("2026-10-28"), LocalDate.parse("2026-12-15"), List.of(), List.of());

        assertEquals(monday, Week.mondayOf(asked, agenda, MONDAY.plusDays(4)));
        assertEquals(MONDAY, Week.mondayOf("2026-11-25", new Agenda(null, null, null, null, List.of(), List.of()), MONDAY.plusDays(4)));
    }

    @Test
    void anEmptyWeekHasSevenDaysAndNoLoad() {
        Week week = week(MONDAY);
        assertEquals(7, week.days().size());
        assertEquals(MONDAY.plusDays(6), week.days().get(6).date());
        assertTrue(week.isEmpty());
        assertTrue(week.load().isEmpty());
        assertEquals(List.of(), week.clashes());
    }

    @Test
    void everyItemIsOnItsOwnDayInTheOrderOfTime() {
        Week week = week(MONDAY, lesson("c", "2026-11-18T13:00", "2026-11-18T16:00"),
                lesson("a", "2026-11-18T09:00", "2026-11-18T12:00"), lesson("before", "2026-11-15T09:00", "2026-11-15T12:00"),
                lesson("after", "2026-11-23T00:00", "2026-11-23T01:00"), lesson("b", "2026-11-22T23:00", "2026-11-23T00:00"));
        assertEquals("||a c||||b", shown(week));
    }

    @Test
    void sixtyItemsInAWeekAreAllThere() {
        List<Agenda.Item> items = IntStream.range(0, 60)
                .mapToObj(number -> item("i" + number, "Les", "Gepland", at("2026-11-16T00:00").plusSeconds(number * 7_200L),
                        at("2026-11-16T01:00").plusSeconds(number * 7_200L)))
                .toList();
        Week week = Week.of(MONDAY, items, List.of(), Set.of());
        assertEquals(60, week.entries().size());
        assertEquals(Duration.ofHours(60), week.load().total());
    }

    @Test
    void whatGoesOnOverMidnightIsOnBothDays() {
        Week week = week(MONDAY, item("shift", "Participatie", "2026-11-17T22:00", "2026-11-18T06:00"));
        Week.Slot evening = week.days().get(1).slots().get(0);
        Week.Slot morning = week.days().get(2).slots().get(0);
        assertTrue(evening.goesOn() && !evening.begunBefore());
        assertTrue(morning.begunBefore() && !morning.goesOn());
        assertEquals(LocalTime.of(22, 0), morning.begin());
        assertEquals(LocalTime.of(6, 0), evening.end());
        assertEquals(1, week.entries().size());
        assertEquals(Duration.ofHours(8), week.load().of(Sort.PARTICIPATION));
    }

    @Test
    void whatEndsAtMidnightIsNotOnTheNextDay() {
        Week week = week(MONDAY, lesson("late", "2026-11-17T22:00", "2026-11-18T00:00"));
        assertEquals(List.of(), week.days().get(2).slots());
        assertFalse(week.days().get(1).slots().get(0).goesOn());
    }

    @Test
    void ofANightBetweenTwoWeeksEachCountsItsOwnPart() {
        Agenda.Item night = item("n", "Participatie", "2026-11-22T23:00", "2026-11-23T07:00");
        assertEquals(Duration.ofHours(1), week(MONDAY, night).load().total());
        assertEquals(Duration.ofHours(7), week(MONDAY.plusWeeks(1), night).load().total());
        WorkPattern sundayNight = new WorkPattern.Weekly(List.of(new WorkDay(DayOfWeek.SUNDAY, night("23:00", "07:00"))));
        Week week = Week.of(MONDAY, List.of(), List.of(sundayNight), Set.of());
        assertTrue(week.days().get(0).slots().get(0).begunBefore());
        assertEquals(Duration.ofHours(8), week.load().of(Sort.WORK));
    }

    /** In Amsterdam the clock goes from 2 to 3 on 29 March 2026, and from 3 back to 2 on 25 October 2026. */
    @ParameterizedTest
    @CsvSource({"2026-03-28, 2026-03-29, 7", "2026-10-24, 2026-10-25, 9", "2026-11-21, 2026-11-22, 8"})
    void aNightAtTheChangeOfTheClockIsAsLongAsItIs(String saturday, String sunday, int hours) {
        Agenda.Item night = item("n", "Participatie", saturday + "T23:00", sunday + "T07:00");
        Week week = week(LocalDate.parse(sunday), night);
        assertEquals(Duration.ofHours(hours), week.load().total());
        assertEquals(1, week.days().get(5).slots().size());
        assertEquals(LocalTime.of(7, 0), week.days().get(6).slots().get(0).end());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29", "2026-10-25"})
    void aLessonStaysAtItsTimeOnTheClockAfterTheChange(LocalDate sunday) {
        String before = sunday.minusDays(2) + "T09:00";
        String after = sunday.plusDays(1) + "T09:00";
        Week first = week(sunday, lesson("a", before, sunday.minusDays(2) + "T12:00"));
        Week second = week(sunday.plusDays(1), lesson("b", after, sunday.plusDays(1) + "T12:00"));
        assertEquals(LocalTime.of(9, 0), first.days().get(4).slots().get(0).begin());
        assertEquals(LocalTime.of(9, 0), second.days().get(0).slots().get(0).begin());
    }

    @Test
    void theLoadIsToldBySort() {
        Load load = week(MONDAY, lesson("a", "2026-11-16T09:00", "2026-11-16T12:00"),
                item("b", "Schooltoets", "2026-11-16T13:00", "2026-11-16T14:00"),
                item("c", "Examen", "2026-11-17T09:00", "2026-11-17T10:30"),
                item("d", "PVT", "2026-11-18T09:00", "2026-11-18T11:00"),
                item("e", "Iets van morgen", "2026-11-18T12:00", "2026-11-18T12:30"),
                item("f", "Participatie", "2026-11-19T09:00", "2026-11-19T13:00"),
                cancelled("g", "2026-11-20T09:00", "2026-11-20T17:00")).load();
        assertEquals(Duration.ofHours(4), load.of(Sort.LESSON));
        assertEquals(Duration.ofHours(4), load.of(Sort.SCHOOL_TEST));
        assertEquals(Duration.ofMinutes(90), load.of(Sort.EXAM));
        assertEquals(Duration.ofMinutes(150), load.of(Sort.APPOINTMENT));
        assertEquals(Duration.ofHours(4), load.of(Sort.PARTICIPATION));
        assertEquals(Duration.ZERO, load.of(Sort.WORK));
        assertEquals(Duration.ofHours(12), load.total());
        assertEquals(List.of(Sort.LESSON, Sort.EXAM, Sort.APPOINTMENT, Sort.PARTICIPATION), List.copyOf(load.bySort().keySet()));
    }

    @Test
    void whatOverlapsIsCountedOnceInTheTotal() {
        WorkPattern job = new WorkPattern.Weekly(List.of(new WorkDay(DayOfWeek.MONDAY, day("11:00", "15:00"))));
        Week week = Week.of(MONDAY, List.of(lesson("a", "2026-11-16T09:00", "2026-11-16T12:00")), List.of(job), Set.of());
        assertEquals(Duration.ofHours(3), week.load().of(Sort.LESSON));
        assertEquals(Duration.ofHours(4), week.load().of(Sort.WORK));
        assertEquals(Duration.ofHours(6), week.load().total());
        assertEquals(1, week.clashes().size());
        assertEquals(week.clashes(), week.clashesOf(week.entries().get(0)));
    }

    @Test
    void aCancelledItemIsShownButTakesNoTime() {
        Week week = week(MONDAY, cancelled("a", "2026-11-16T09:00", "2026-11-16T12:00"));
        assertFalse(week.isEmpty());
        assertTrue(week.load().isEmpty());
    }

    @Test
    void whatSomebodySaidNotToComeToIsShownButTakesNoTime() {
        Week week = Week.of(MONDAY, List.of(lesson("a", "2026-11-16T09:00", "2026-11-16T12:00"),
                lesson("b", "2026-11-17T09:00", "2026-11-17T12:00")), List.of(), Set.of("a"));
        assertEquals("a|b|||||", shown(week));
        assertEquals(Duration.ofHours(3), week.load().total());
    }

    @Test
    void withoutAnEndAnItemIsOnItsDayAndWithoutABeginItIsNotLost() {
        Agenda.Item noEnd = item("a", "Les", "Gepland", at("2026-11-17T09:00"), null);
        Agenda.Item wrongEnd = item("b", "Les", "Gepland", at("2026-11-17T10:00"), at("2026-11-17T09:00"));
        Agenda.Item noBegin = item("c", "Les", "Gepland", null, at("2026-11-17T09:00"));
        Week week = week(MONDAY, noEnd, wrongEnd, noBegin);
        assertEquals("|a b|||||", shown(week));
        assertNull(week.days().get(1).slots().get(0).end());
        assertNull(week.days().get(1).slots().get(1).end());
        assertEquals(List.of(noBegin), week.undated());
        assertTrue(week.load().isEmpty());
    }

    @Test
    void aTestOfTheSchoolIsNoExam() {
        assertEquals(Sort.EXAM, Sort.of(Agenda.Kind.EXAM));
        assertEquals(Sort.SCHOOL_TEST, Sort.of(Agenda.Kind.SCHOOL_TEST));
        assertEquals(Sort.APPOINTMENT, Sort.of(Agenda.Kind.OTHER));
    }

    private static Week week(LocalDate day, Agenda.Item... items) {
        return Week.of(day, List.of(items), List.of(), Set.of());
    }

    private static Times day(String begin, String end) {
        return new Times(LocalTime.parse(begin), LocalTime.parse(end), false);
    }

    private static Times night(String begin, String end) {
        return new Times(LocalTime.parse(begin), LocalTime.parse(end), true);
    }

    private static String shown(Week week) {
        return week.days().stream()
                .map(day -> day.slots().stream().map(slot -> slot.entry().key()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("|"));
    }
}
