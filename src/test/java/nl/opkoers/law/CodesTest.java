package nl.opkoers.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The codes of DUO")
class CodesTest {

    @ParameterizedTest
    @CsvSource({"Asielstatushouder, ASYLUM", "Gezinsmigrant en overige migrant, FAMILY_OR_OTHER"})
    void nameAGroup(String code, ParticipantGroup group) {
        assertEquals(Optional.of(group), ParticipantGroup.ofCode(code));
        assertEquals(code, group.code());
    }

    @ParameterizedTest
    @CsvSource({"B, B1", "O, EDUCATION", "Z, Z"})
    void nameARoute(String code, LearningRoute route) {
        assertEquals(Optional.of(route), LearningRoute.ofCode(code));
        assertEquals(code, route.code());
    }

    @ParameterizedTest
    @CsvSource({"KNM, KNM", "LE, READING", "LU, LISTENING", "SC, WRITING", "SP, SPEAKING"})
    void nameAnExamPart(String code, ExamPart part) {
        assertEquals(Optional.of(part), ExamPart.ofCode(code));
        assertEquals(code, part.code());
    }

    @ParameterizedTest
    @EnumSource
    void nameALevel(LanguageLevel level) {
        assertEquals(Optional.of(level), LanguageLevel.ofCode(level.code()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "b", "A1", "B1-route", "UNKNOWN"})
    @DisplayName("are taken literally: anything else is nothing, not a guess")
    void otherTextIsNothing(String code) {
        assertTrue(ParticipantGroup.ofCode(code).isEmpty());
        assertTrue(LearningRoute.ofCode(code).isEmpty());
        assertTrue(LanguageLevel.ofCode(code).isEmpty());
        assertTrue(ExamPart.ofCode(code).isEmpty());
    }

    @Test
    @DisplayName("give KNM no language level")
    void knmHasNoLevel() {
        assertTrue(ExamPart.READING.isLanguageSkill());
        assertEquals(false, ExamPart.KNM.isLanguageSkill());
    }
}
