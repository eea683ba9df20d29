package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who logs what: nobody is shown hours that they do not owe. */
class KindsTest {

    @ParameterizedTest
    @ValueSource(strings = {"z-tigrinya", "z-arabic-elder", "z-dispensation"})
    void whoOwesParticipationLogsItAndPracticeBeside(String person) {
        assertEquals(List.of(Kind.PARTICIPATION, Kind.PRACTICE), Kinds.of(Cast.of(person)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g-turkish-z", "b1-arabic-exam", "g-turkish-new"})
    void everybodyElseLogsOfTheirOwnAccord(String person) {
        assertEquals(List.of(Kind.VOLUNTARY, Kind.PRACTICE), Kinds.of(Cast.of(person)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"o-arabic-load", "azc-tigrinya-wait"})
    void whereThePlanHasNoMapThereIsNoPractice(String person) {
        assertEquals(List.of(Kind.VOLUNTARY), Kinds.of(Cast.of(person)));
    }

    @Test
    void ofWhomTheGroupIsNotKnownNoHoursAreAsked() {
        assertEquals(Kind.VOLUNTARY, Kinds.of(Cast.of("unknown-values")).get(0));
    }

    @ParameterizedTest
    @CsvSource({"z-tigrinya, 800", "z-dispensation, 400"})
    void aPartialDispensationLowersWhatThereIsToDo(String person, int target) {
        assertEquals(target, Cast.of(person).getParticipationTarget());
    }
}
