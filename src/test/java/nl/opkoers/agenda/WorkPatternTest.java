package nl.opkoers.agenda;

import static nl.opkoers.agenda.Items.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import nl.opkoers.agenda.WorkPattern.EveryOtherWeek;
import nl.opkoers.agenda.WorkPattern.Loose;
import nl.opkoers.agenda.WorkPattern.Shifts;
import nl.opkoers.agenda.WorkPattern.Times;
import nl.opkoers.agenda.WorkPattern.WorkDate;
import nl.opkoers.agenda.WorkPattern.WorkDay;
import nl.opkoers.agenda.WorkPattern.Weekly;
import nl.opkoers.language.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkPatternTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Times NINE_TO_FIVE = times("09:00", "17:00");
    private static final Times NIGHT = new Times(LocalTime.of(22, 0), LocalTime.of(6, 0), true);

    @Test
    void everyWeekTheSameDays() {
        Weekly job = weekly(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        assertEquals("2026-11-16 2026-11-19 2026-11-23 2026-11-26", days(job, MONDAY, MONDAY.plusWeeks(2)));
        assertEquals("", days(job, MONDAY, MONDAY));
    }

    @Test
    void aDayMayHaveTwoTimes() {
        Weekly job = new Weekly(List.of(new WorkDay(DayOfWeek.MONDAY, times("17:00", "20:00")),
                new WorkDay(DayOfWeek.MONDAY, times("06:00", "09:00"))));
        assertEquals(List.of(), job.mistakes(TODAY));
        assertEquals(List.of(at("2026-11-16T06:00"), at("2026-11-16T17:00")),
                job.between(MONDAY, MONDAY.plusDays(1)).stream().map(Entry::begin).toList());
    }

    @Test
    void oneWeekAndNotTheNextAlsoOverAYearOfFiftyThreeWeeks() {
        EveryOtherWeek job = new EveryOtherWeek(LocalDate.of(2026, 12, 18), List.of(new WorkDay(DayOfWeek.FRIDAY, NINE_TO_FIVE)));
        assertEquals(LocalDate.of(2026, 12, 14), job.workingWeek());
        assertEquals("2026-12-04 2026-12-18 2027-01-01 2027-01-15", days(job, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 20)));
    }

    @Test
    void sevenOnAndSevenOffOverAYear() {
        LocalDate wednesday = LocalDate.of(2026, 11, 18);
        Shifts job = new Shifts(wednesday, 7, 7, NINE_TO_FIVE);
        List<LocalDate> worked = dates(job, wednesday.minusWeeks(52), wednesday.plusWeeks(52));
        assertEquals(52 * 7, worked.size());
        for (LocalDate day : worked) {
            assertEquals(0, Math.floorDiv(day.toEpochDay() - wednesday.toEpochDay(), 7L) % 2, day.toString());
        }
        assertEquals("2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22 2026-11-23 2026-11-24 2026-12-02",
                days(job, LocalDate.of(2026, 11, 11), LocalDate.of(2026, 12, 3)));
    }

    @Test
    void fourOnAndTwoOffGoesRoundTheWeek() {
        Shifts job = new Shifts(MONDAY, 4, 2, NINE_TO_FIVE);
        assertEquals("2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-22 2026-11-23 2026-11-24 2026-11-25",
                days(job, MONDAY, MONDAY.plusDays(12)));
    }

    @Test
    void looseDatesAreGivenInTheOrderOfTime() {
        Loose job = new Loose(List.of(new WorkDate(MONDAY.plusDays(3), NINE_TO_FIVE), new WorkDate(MONDAY, NIGHT)));
        assertEquals("2026-11-16 2026-11-19", days(job, MONDAY, MONDAY.plusWeeks(1)));
        assertEquals(at("2026-11-17T06:00"), job.between(MONDAY, MONDAY.plusDays(1)).get(0).end());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28, 22:00, 06:00, true, 420", "2026-10-24, 22:00, 06:00, true, 540", "2026-03-29, 02:15, 02:45, false, 30",
        "2026-03-29, 02:30, 03:15, false, 0", "2026-03-29, 01:30, 03:30, false, 60", "2026-10-25, 01:30, 03:30, false, 180",
        "2026-10-25, 02:00, 02:30, false, 30", "2026-11-21, 08:00, 08:00, true, 1440"})
    void aShiftTakesTheTimeThatPasses(LocalDate day, LocalTime begin, LocalTime end, boolean nextDay, long minutes) {
        Entry.Work work = Entry.Work.on(day, new Times(begin, end, nextDay));
        assertEquals(minutes, Duration.between(work.begin(), work.end()).toMinutes());
    }

    @Test
    void anEndBeforeTheBeginIsAMistakeUnlessItIsTheNextDay() {
        assertEquals("END_NOT_AFTER_BEGIN 0", mistakes(weekly(times("22:00", "06:00"))));
        assertEquals("END_NOT_AFTER_BEGIN 0", mistakes(weekly(times("09:00", "09:00"))));
        assertEquals("", mistakes(weekly(NIGHT)));
        assertEquals("", mistakes(weekly(new Times(LocalTime.of(8, 0), LocalTime.of(8, 0), true))));
        assertEquals("LONGER_THAN_A_DAY 0", mistakes(weekly(new Times(LocalTime.of(8, 0), LocalTime.of(8, 1), true))));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertEquals("DATE_MISSING, DAYS_ON, DAYS_OFF, BEGIN_MISSING, END_MISSING",
                mistakes(new Shifts(null, 0, null, null)));
        assertEquals("DATE_TOO_FAR_AHEAD, DAYS_OFF, END_NOT_AFTER_BEGIN",
                mistakes(new Shifts(TODAY.plusYears(2), 7, 61, times("17:00", "09:00"))));
        assertEquals("DATE_MISSING, DAY_MISSING 0, BEGIN_MISSING 1, END_NOT_AFTER_BEGIN 2",
                mistakes(new EveryOtherWeek(null, List.of(new WorkDay(null, NINE_TO_FIVE),
                        new WorkDay(DayOfWeek.MONDAY, new Times(null, LocalTime.NOON, false)),
                        new WorkDay(DayOfWeek.FRIDAY, times("12:00", "11:00"))))));
        assertEquals("DATE_TOO_LONG_AGO 0, DATE_MISSING 1, END_MISSING 1, DATE_TOO_FAR_AHEAD 2",
                mistakes(new Loose(List.of(new WorkDate(TODAY.minusYears(1).minusDays(1), NINE_TO_FIVE),
                        new WorkDate(null, new Times(LocalTime.NOON, null, false)),
                        new WorkDate(TODAY.plusYears(1).plusDays(1), NINE_TO_FIVE)))));
    }

    @Test
    void aPatternWithoutDaysIsNone() {
        assertEquals("NO_DAYS", mistakes(new Weekly(null)));
        assertEquals("NO_DAYS", mistakes(new Weekly(Collections.singletonList(null))));
        assertEquals("NO_DAYS", mistakes(new EveryOtherWeek(TODAY, List.of())));
        assertEquals("NO_DAYS", mistakes(new Loose(List.of())));
        assertEquals("TOO_MANY_ROWS", mistakes(new Loose(Collections.nCopies(367, new WorkDate(TODAY, NINE_TO_FIVE)))));
    }

    @Test
    void nobodyIsAtWorkTwiceAtOnce() {
        assertEquals("OVERLAPS_ANOTHER 1", mistakes(new Weekly(List.of(new WorkDay(DayOfWeek.MONDAY, NINE_TO_FIVE),
                new WorkDay(DayOfWeek.MONDAY, times("16:00", "20:00"))))));
        WorkDay early = new WorkDay(DayOfWeek.MONDAY, times("05:00", "09:00"));
        WorkDay sundayNight = new WorkDay(DayOfWeek.SUNDAY, NIGHT);
        assertEquals("OVERLAPS_ANOTHER 0", mistakes(new Weekly(List.of(early, sundayNight))));
        assertEquals("", mistakes(new EveryOtherWeek(TODAY, List.of(early, sundayNight))), "the Monday after is off");
        assertEquals("OVERLAPS_ANOTHER 1", mistakes(new Loose(List.of(new WorkDate(TODAY, NINE_TO_FIVE), new WorkDate(TODAY, NINE_TO_FIVE)))));
    }

    @Test
    void aPatternMayHaveBegunLongAgoButNotInAnotherAge() {
        assertEquals("", mistakes(new Shifts(TODAY.minusYears(9), 7, 7, NINE_TO_FIVE)));
        assertEquals("DATE_TOO_LONG_AGO", mistakes(new Shifts(LocalDate.of(206, 11, 1), 7, 7, NINE_TO_FIVE)));
    }

    static List<WorkPattern> patterns() {
        return List.of(weekly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), new Shifts(MONDAY, 7, 7, NIGHT),
                new EveryOtherWeek(MONDAY, List.of(new WorkDay(DayOfWeek.FRIDAY, NINE_TO_FIVE))),
                new Loose(List.of(new WorkDate(MONDAY, NIGHT))));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void aPatternComesBackFromJsonAsItWas(WorkPattern pattern) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        assertEquals(pattern, json.readValue(json.writeValueAsString(pattern), WorkPattern.class));
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        String text = json.writeValueAsString(pattern);
        assertTrue(text.contains("\"kind\":\""), text);
        assertEquals(pattern, json.readValue(text, WorkPattern.class));
    }

    private static Weekly weekly(DayOfWeek... days) {
        return new Weekly(Arrays.stream(days).map(day -> new WorkDay(day, NINE_TO_FIVE)).collect(Collectors.toCollection(ArrayList::new)));
    }

    private static Weekly weekly(Times times) {
        return new Weekly(List.of(new WorkDay(DayOfWeek.TUESDAY, times)));
    }

    private static Times times(String begin, String end) {
        return new Times(LocalTime.parse(begin), LocalTime.parse(end), false);
    }

    private static List<LocalDate> dates(WorkPattern pattern, LocalDate from, LocalDate until) {
        return pattern.between(from, until).stream().map(work -> work.begin().atZone(Dates.AMSTERDAM).toLocalDate()).toList();
    }

    private static String days(WorkPattern pattern, LocalDate from, LocalDate until) {
        return dates(pattern, from, until).stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    private static String mistakes(WorkPattern pattern) {
        return pattern.mistakes(TODAY).stream().map(mistake -> mistake.what() + (mistake.row() == null ? "" : " " + mistake.row()))
                .collect(Collectors.joining(", "));
    }
}
