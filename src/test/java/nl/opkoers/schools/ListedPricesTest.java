package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.municipality.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the list of schools gives an estimate to work with, and what it does not. */
class ListedPricesTest {

    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 2);

    @ParameterizedTest(name = "{0} an hour, {1} for {2} hours: {3} to {4}")
    @CsvSource(nullValues = "?", value = {
        "13.50, ?,    ?,   13.50, 13.50",
        "13.50, ?,    240, 13.50, 13.50",
        "?,     3240, 240, 13.5,  13.5",
        "13.50, 3240, 240, 13.50, 13.5",
        "12,    3240, 240, 12,    13.5",
        "?,     1000, 300, 3.333333, 3.333333"})
    void wherePricesDoNotAgreeBothAreTheBounds(BigDecimal hour, BigDecimal all, Integer hours, BigDecimal from, BigDecimal to) {
        Inputs.Price price = ListedPrices.hour(course(null, null, hours, hour, all, List.of())).orElseThrow().value();
        assertEquals(0, from.compareTo(price.from()));
        assertEquals(0, to.compareTo(price.to()));
    }

    @Test
    void withoutAPriceThereIsNoneMadeUp() {
        assertEquals(Optional.empty(), ListedPrices.hour(course(null, null, 240, null, null, List.of())));
        assertEquals(Optional.empty(), ListedPrices.hour(course(null, null, 0, null, BigDecimal.TEN, List.of())));
        assertEquals(Optional.empty(), ListedPrices.evening(List.of(course(null, null, 240, BigDecimal.TEN, null, List.of()))));
    }

    /** A1 to B1: 120 + 200, 120 + 260, or 300 at once. */
    @Test
    void hoursBetweenLevelsAreThoseOfTheCoursesOneAfterTheOther() {
        List<LessonCourse> courses = List.of(step(Level.A1, Level.A2, 120), step(Level.A2, Level.B1, 200), step(Level.A2, Level.B1, 260),
                step(Level.A1, Level.B1, 300), step(Level.A0, Level.A1, 90), step(Level.B1, Level.B2, 400));
        assertEquals(Optional.of(new Span(300, 380)), hours(courses, Level.A1, Level.B1));
        assertEquals(Optional.of(new Span(390, 470)), hours(courses, Level.A0, Level.B1));
        assertEquals(Optional.of(new Span(120, 120)), hours(courses, Level.A1, Level.A2));
        assertEquals(Optional.empty(), hours(courses, Level.B2, Level.C1), "no course leads there");
        assertEquals(Optional.empty(), hours(courses, Level.B1, Level.A1), "nobody goes back");
        assertEquals(Optional.empty(), hours(courses, null, Level.B1));
    }

    @Test
    void aLongListIsGoneThroughQuickly() {
        List<LessonCourse> courses = IntStream.range(0, 2000)
                .mapToObj(i -> step(Level.values()[i % 4], Level.values()[i % 4 + 1], 60 + i % 100)).toList();
        assertTimeout(Duration.ofSeconds(2), () ->
                assertEquals(Optional.of(new Span(240 + 6, 240 + 390)), hours(courses, Level.A0, Level.B2)));
    }

    @Test
    void eveningCoursesGiveTheCheapestAndTheDearestHour() {
        List<WeekTime> evening = List.of(new WeekTime(DayOfWeek.MONDAY, LocalTime.of(19, 0), LocalTime.of(21, 30)));
        List<WeekTime> morning = List.of(new WeekTime(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)));
        Given<Inputs.Price> price = ListedPrices.evening(List.of(course(null, null, null, new BigDecimal("14"), null, evening),
                course(null, null, null, new BigDecimal("12"), null, evening),
                course(null, null, null, new BigDecimal("9"), null, morning),
                course(null, null, null, null, null, evening))).orElseThrow();
        assertEquals(new Inputs.Price(new BigDecimal("12"), new BigDecimal("14")), price.value());
        assertEquals(List.of(new Basis.Listed(null, CHECKED)), price.bases());
    }

    @Test
    void anEveningCostsWhatItCostsWhoPays() {
        List<LessonCourse> courses = List.of(Some.course().named("of the municipality").price("0").only(ParticipantGroup.ASYLUM).made(),
                Some.course().named("for all").price("12").made(), Some.course().named("not said").price("13").only().made());
        MyCosts costs = new MyCosts(MyCase.general(), null, null, new Seen.Fresh<>(courses, Instant.EPOCH), null, Some.TODAY);

        assertEquals(new Inputs.Price(new BigDecimal("12"), new BigDecimal("13")), costs.evening().orElseThrow().value());
    }

    /** Three hours in the morning and two and a half in the evening: 2.75, one with the other. */
    @Test
    void lessonsAreAsLongAsTheirTimesSay() {
        List<WeekTime> times = List.of(new WeekTime(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new WeekTime(DayOfWeek.TUESDAY, LocalTime.of(19, 0), LocalTime.of(21, 30)));
        BigDecimal hours = ListedPrices.perLesson(course(null, null, null, null, null, times)).orElseThrow().value();
        assertEquals(0, new BigDecimal("2.75").compareTo(hours));
        List<WeekTime> half = List.of(times.get(0), new WeekTime(DayOfWeek.TUESDAY, LocalTime.of(19, 0), null));
        assertEquals(Optional.empty(), ListedPrices.perLesson(course(null, null, null, null, null, half)), "one is not known");
    }

    private static Optional<Span> hours(List<LessonCourse> courses, Level from, Level to) {
        return ListedPrices.hours(courses, from, to).map(Given::value);
    }

    private static LessonCourse step(Level from, Level to, int hours) {
        return course(from, to, hours, null, null, List.of());
    }

    private static LessonCourse course(Level from, Level to, Integer hours, BigDecimal hour, BigDecimal all, List<WeekTime> times) {
        School school = new School("9901002", null, "Taalschool De Kade", null, null, null, null, null, null, true, null,
                "Gemeente Waterstad", null, CHECKED);
        return new LessonCourse("9901002-b1", "Naar B1", school, Set.of(), from, to, hour, all, hours, null, null, times,
                LessonCourse.Schedule.WEEKLY, null, null, null, null, Set.of(), List.of(), null, null, null, null, CHECKED);
    }
}
