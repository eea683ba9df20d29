package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Seen;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.schools.SelfCheck.Question;
import nl.opkoers.schools.SelfStudy.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learning without a school: for whom, and how it goes. */
class SelfStudyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(nullValues = "?", value = {
        "FAMILY_OR_OTHER, B1, ALLOWED", "FAMILY_OR_OTHER, Z, BARRED", "ASYLUM, Z, BARRED", "ASYLUM, B1, ARRANGED",
        "FAMILY_OR_OTHER, EDUCATION, UNKNOWN", "FAMILY_OR_OTHER, ?, UNKNOWN", "UNKNOWN, B1, UNKNOWN", "UNKNOWN, Z, BARRED"})
    void isAllowedBarredOrNotKnown(ParticipantGroup group, LearningRoute route, Standing standing) {
        MyCase mine = new MyCase(true, group, route, null, false, null, null, List.of(), false);
        assertEquals(standing, study(mine).getStanding());
    }

    @Test
    void whoOnlyLooksAroundReadsBothRulesAndWhereToPractise() {
        SelfStudy study = study(MyCase.general());
        assertEquals(Standing.GENERAL, study.getStanding());
        assertEquals(2, study.getRules().size());
        assertEquals(List.of(List.of(ExamPart.KNM), List.of(ExamPart.READING, ExamPart.LISTENING, ExamPart.WRITING, ExamPart.SPEAKING)),
                study.getPractice().stream().map(SelfStudy.Practice::parts).toList(), "KNM and the state exams are at different places");
        assertEquals(LocalDate.of(2026, 12, 19), study.getLookAgain(), "in four weeks");
    }

    @Test
    void whatIsAnsweredWithNoLeadsToAdvice() {
        SelfCheck check = SelfCheck.of(Map.of("weekly", "yes", "speaking", "no", "date", "no", "tried", "perhaps", "other", "no"));
        assertEquals(List.of(Question.SPEAKING, Question.DATE), check.getAdvice());
        assertTrue(check.isAnswered());
        assertFalse(check.isAllWell(), "one was not understood");
        assertFalse(SelfCheck.of(Map.of()).isAnswered());
        assertTrue(SelfCheck.of(Map.of("weekly", "yes", "speaking", "yes", "date", "yes", "tried", "yes")).isAllWell());
    }

    private static SelfStudy study(MyCase mine) {
        return new SelfStudy(mine, null, new Seen.Unavailable<>(), SelfCheck.of(Map.of()), LawBook.standard(), TODAY);
    }
}
