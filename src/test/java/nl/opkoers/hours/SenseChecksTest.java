package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be is refused; what is merely odd is asked. */
class SenseChecksTest {

    private static final LocalDate TODAY = Cast.TODAY;
    private static final LocalDate PLAN = TODAY.minusYears(1);

    @Test
    void anOrdinaryEveningInTheKitchenRaisesNoQuestion() {
        assertEquals(Sense.CLEAR, around(List.of()).look(on(TODAY, 150)));
        assertEquals(Sense.CLEAR, around(List.of()).look(on(PLAN, 15)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -60, 7, 14, 50, 1455, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void negativeAndAbsurdTimesAreRefused(int minutes) {
        assertEquals(List.of(Mistake.MINUTES), around(List.of()).look(on(TODAY, minutes)).mistakes());
    }

    @Test
    void noDayBeforeThePlanNorOneToComeIsTaken() {
        assertEquals(List.of(Mistake.FUTURE), around(List.of()).look(on(TODAY.plusDays(1), 60)).mistakes());
        assertEquals(List.of(Mistake.BEFOREPLAN), around(List.of()).look(on(PLAN.minusDays(1), 60)).mistakes());
        assertEquals(List.of(Mistake.DAY), around(List.of()).look(on(null, 60)).mistakes());
    }

    @Test
    void withoutAPlanNothingIsTaken() {
        Setting waiting = Setting.of(Cast.of("azc-tigrinya-wait"), UUID.randomUUID(), Optional.empty(), List.of(), Optional.empty());

        assertEquals(List.of(Mistake.NOPLAN), new SenseChecks(waiting).look(ofKind(Kind.VOLUNTARY)).mistakes());
    }

    @Test
    void everyMistakeIsToldAtOnceInTheOrderOfTheForm() {
        Written wrong = new Written(Kind.VOLUNTARY, null, TODAY.plusDays(1), null, 7, null, "SOMEBODY_ELSES_GOAL", "x".repeat(101),
                "x".repeat(101), "x".repeat(501), null);

        Sense sense = around(List.of()).look(wrong);

        assertEquals(List.of(Mistake.KIND, Mistake.ACTIVITY, Mistake.FUTURE, Mistake.MINUTES, Mistake.GOAL, Mistake.PLACE,
                Mistake.WITH, Mistake.NOTE), sense.mistakes());
        assertTrue(sense.isMistaken());
        assertFalse(sense.isQuestioned());
    }

    @Test
    void theLongestThatFitsIsTakenAlsoInLettersThatTakeTwoPlaces() {
        Written written = new Written(Kind.PARTICIPATION, Activity.CARE, TODAY, null, 60, null, "WERKFIT_WORDEN",
                "\uD83C\uDF72".repeat(100), "x".repeat(100), "x".repeat(500), null);

        assertEquals(Sense.CLEAR, around(List.of()).look(written));
    }

    @Test
    void aKindThatSomebodyDoesNotLogIsRefusedUnlessTheyCorrectIt() {
        Setting family = Setting.of(Cast.of("g-turkish-z"), UUID.randomUUID(), Optional.empty(), List.of(), Optional.empty());
        Setting corrected = Setting.of(Cast.of("g-turkish-z"), UUID.randomUUID(), Optional.of(Kind.PARTICIPATION), List.of(), Optional.empty());

        assertEquals(List.of(Mistake.KIND), new SenseChecks(family).look(ofKind(Kind.PARTICIPATION)).mistakes());
        assertEquals(List.of(), new SenseChecks(family).look(ofKind(Kind.VOLUNTARY)).mistakes());
        assertEquals(List.of(), new SenseChecks(corrected).look(ofKind(Kind.PARTICIPATION)).mistakes());
    }

    @ParameterizedTest
    @CsvSource({"720, 0, false", "735, 0, true", "60, 660, false", "75, 660, true"})
    void overTwelveHoursInADayIsAsked(int minutes, int besides, boolean asked) {
        List<Entry> others = besides == 0 ? List.of() : List.of(entry(TODAY, Activity.CARE, besides));

        assertEquals(asked, around(others).look(on(TODAY, minutes)).questions().contains(Question.LONGDAY));
    }

    @ParameterizedTest
    @CsvSource({"08:00, 60, false", "08:00, 75, true", "10:45, 60, true", "11:00, 60, false", "07:00, 600, true"})
    void hoursAtTheTimeOfALessonAreAsked(String from, int minutes, boolean asked) {
        Written written = new Written(Kind.PARTICIPATION, Activity.VOLUNTEERING, TODAY, LocalTime.parse(from), minutes, null, null,
                null, null, null, null);

        assertEquals(asked, around(List.of()).look(written).questions().contains(Question.LESSONTIME));
    }

    @ParameterizedTest
    @CsvSource({"6, 0, false", "7, 0, true", "4, 3, true", "3, 3, false"})
    void theSameOnMoreThanSevenDaysInARowIsAsked(int before, int after, boolean asked) {
        LocalDate day = TODAY.minusDays(10);
        List<Entry> others = IntStream.rangeClosed(-before, after).filter(days -> days != 0)
                .mapToObj(days -> entry(day.plusDays(days), Activity.VOLUNTEERING, 60)).toList();

        assertEquals(asked, around(others).look(on(day, 60)).questions().contains(Question.EVERYDAY));
    }

    @Test
    void otherThingsInBetweenAreNotTheSame() {
        List<Entry> others = IntStream.rangeClosed(1, 7)
                .mapToObj(days -> entry(TODAY.minusDays(days), days == 3 ? Activity.SPORT : Activity.VOLUNTEERING, 60)).toList();

        assertEquals(List.of(), around(others).look(on(TODAY, 60)).questions());
    }

    @Test
    void afterTheEndOfTheTermItIsAsked() {
        Setting ended = new Setting(TODAY, PLAN, TODAY, Set.of(Kind.PARTICIPATION), Set.of(), List.of(), List.of());

        assertEquals(List.of(Question.AFTERTERM), new SenseChecks(ended).look(on(TODAY, 60)).questions());
        assertEquals(List.of(), new SenseChecks(ended).look(on(TODAY.minusDays(1), 60)).questions());
    }

    /** A lesson from nine to eleven in the morning, today. */
    private static SenseChecks around(List<Entry> others) {
        Setting.Lesson lesson = new Setting.Lesson(Instant.parse(TODAY + "T08:00:00Z"), Instant.parse(TODAY + "T10:00:00Z"));
        return new SenseChecks(new Setting(TODAY, PLAN, TODAY.plusYears(2), Set.of(Kind.PARTICIPATION, Kind.PRACTICE),
                Set.of("WERKFIT_WORDEN"), others, List.of(lesson)));
    }

    private static Written on(LocalDate day, int minutes) {
        return new Written(Kind.PARTICIPATION, Activity.VOLUNTEERING, day, null, minutes, null, null, null, null, null, null);
    }

    private static Written ofKind(Kind kind) {
        return new Written(kind, Activity.VOLUNTEERING, TODAY, null, 60, null, null, null, null, null, null);
    }

    private static Entry entry(LocalDate day, Activity activity, int minutes) {
        UUID id = UUID.randomUUID();
        return Entry.of(id, List.of(new Act.Sent(id, Fiyori.NOW,
                new Written(Kind.PARTICIPATION, activity, day, null, minutes, null, null, null, null, null, null))));
    }
}
