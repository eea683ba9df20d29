package nl.opkoers.law;

import static nl.opkoers.law.LearningRoute.B1;
import static nl.opkoers.law.ParticipantGroup.ASYLUM;
import static nl.opkoers.law.ParticipantGroup.FAMILY_OR_OTHER;
import static nl.opkoers.law.ParticipantGroup.UNKNOWN;
import static nl.opkoers.law.PipRules.Violation.INTENSITY_NOT_FOR_THIS_PERSON;
import static nl.opkoers.law.PipRules.Violation.INTENSITY_OUT_OF_RANGE;
import static nl.opkoers.law.PipRules.Violation.LEVEL_NOT_ON_FIRST_PIP;
import static nl.opkoers.law.PipRules.Violation.LEVEL_NOT_ON_ROUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("DUO on a PIP")
class PipRulesTest {

    private static final LocalDate SIGNED = LocalDate.of(2026, 6, 10);

    @ParameterizedTest(name = "route {0} at {1}")
    @CsvSource(nullValues = "-", value = {"B1, A2", "B1, B1", "B1, -", "EDUCATION, B1", "EDUCATION, -", "Z, A2", "Z, -"})
    @DisplayName("accepts these levels on a later PIP")
    void levelsThatFit(LearningRoute route, LanguageLevel level) {
        assertEquals(List.of(), check(new ProposedPip(ASYLUM, route, level, false, null, SIGNED)));
    }

    @ParameterizedTest(name = "route {0} at {1}")
    @CsvSource({"EDUCATION, A2", "Z, B1", "B1, B2", "EDUCATION, B2", "Z, B2"})
    @DisplayName("refuses A2 in the education route, B1 in the Z-route and B2 anywhere, first PIP or not")
    void levelsThatDoNotFit(LearningRoute route, LanguageLevel level) {
        assertEquals(List.of(LEVEL_NOT_ON_ROUTE), check(new ProposedPip(ASYLUM, route, level, false, null, SIGNED)));
        assertEquals(List.of(LEVEL_NOT_ON_ROUTE), check(new ProposedPip(ASYLUM, route, level, true, null, SIGNED)));
    }

    @ParameterizedTest(name = "route {0} at {1}")
    @CsvSource(nullValues = "-", value = {"B1, B1", "B1, -", "EDUCATION, B1", "Z, A2"})
    @DisplayName("accepts these levels on a first PIP")
    void levelsThatFitAFirstPip(LearningRoute route, LanguageLevel level) {
        assertEquals(List.of(), check(new ProposedPip(FAMILY_OR_OTHER, route, level, true, null, SIGNED)));
    }

    @Test
    @DisplayName("refuses A2 on a first PIP in the B1 route: a level reduction comes later")
    void levelReductionOnAFirstPip() {
        assertEquals(List.of(LEVEL_NOT_ON_FIRST_PIP),
            check(new ProposedPip(ASYLUM, B1, LanguageLevel.A2, true, null, SIGNED)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 600, 9999})
    @DisplayName("accepts an estimated intensity for an asylum holder on the B1 route")
    void intensity(int hours) {
        assertEquals(List.of(), check(new ProposedPip(ASYLUM, B1, LanguageLevel.B1, true, hours, SIGNED)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10000})
    @DisplayName("refuses an estimated intensity outside 1 to 9999 hours")
    void intensityOutOfRange(int hours) {
        assertEquals(List.of(INTENSITY_OUT_OF_RANGE), check(new ProposedPip(ASYLUM, B1, null, true, hours, SIGNED)));
    }

    @ParameterizedTest(name = "{0} on route {1}")
    @CsvSource({"ASYLUM, EDUCATION", "ASYLUM, Z", "FAMILY_OR_OTHER, B1", "FAMILY_OR_OTHER, EDUCATION", "FAMILY_OR_OTHER, Z", "UNKNOWN, Z"})
    @DisplayName("refuses an estimated intensity for anyone else")
    void intensityForOthers(ParticipantGroup group, LearningRoute route) {
        assertEquals(List.of(INTENSITY_NOT_FOR_THIS_PERSON), check(new ProposedPip(group, route, null, false, 600, SIGNED)));
    }

    @Test
    @DisplayName("is left to decide on an intensity when the group has not reached us")
    void intensityOfUnknownGroup() {
        assertEquals(List.of(), check(new ProposedPip(UNKNOWN, B1, null, false, 600, SIGNED)));
    }

    @Test
    @DisplayName("names everything that is wrong at once")
    void allAtOnce() {
        assertEquals(List.of(LEVEL_NOT_ON_ROUTE, INTENSITY_NOT_FOR_THIS_PERSON),
            check(new ProposedPip(FAMILY_OR_OTHER, LearningRoute.Z, LanguageLevel.B1, true, 600, SIGNED)));
    }

    private static List<PipRules.Violation> check(ProposedPip pip) {
        return PipRules.check(pip, LawBook.standard());
    }
}
