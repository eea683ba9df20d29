package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import org.junit.jupiter.api.Test;

/** What is free and what is paid: facts with a source, or nothing. */
class CostsTest {

    private static final LawBook LAW = LawBook.standard();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void whoseLessonsTheMunicipalityPaysSeesNoPriceAndNoLoan() {
        Costs asylum = costs(ParticipantGroup.ASYLUM);
        assertEquals("municipality", asylum.getPaidBy().word());
        assertNull(asylum.getLessonFrom());
        assertNull(asylum.getLessonTo());
        assertNull(asylum.getLoan());
        assertNotNull(asylum.getFree());
        assertNull(asylum.getExam(), "the first attempts are free");
    }

    @Test
    void onlyWhoPaysAnExamSeesItsPrice() {
        assertEquals(50, costs(ParticipantGroup.FAMILY_OR_OTHER).getExam().whole());
        assertNull(new Costs(ParticipantGroup.FAMILY_OR_OTHER, LearningRoute.Z, LAW, TODAY).getExam(), "no exams in Z");
    }

    @Test
    void theEducationRouteIsNotPaidByTheHour() {
        Costs education = new Costs(ParticipantGroup.FAMILY_OR_OTHER, LearningRoute.EDUCATION, LAW, TODAY);
        assertNull(education.getLessonFrom());
        assertNull(education.getLessonTo());
    }

    @Test
    void whoPaysSeesARangeAndThatALoanIsPossible() {
        Costs family = costs(ParticipantGroup.FAMILY_OR_OTHER);
        assertEquals("participant", family.getPaidBy().word());
        assertEquals(11, family.getLessonFrom().whole());
        assertEquals(20, family.getLessonTo().whole());
        assertNotNull(family.getLoan());
    }

    @Test
    void whoIsNotKnownIsToldNothingThatMayBeUntrue() {
        Costs unknown = costs(ParticipantGroup.UNKNOWN);
        assertNull(unknown.getPaidBy());
        assertNull(unknown.getLoan());
        assertNotNull(unknown.getFree());
    }

    @Test
    void beforeARuleWasThereNothingIsSaid() {
        assertNull(new Costs(ParticipantGroup.FAMILY_OR_OTHER, LearningRoute.B1, LAW, LocalDate.of(2025, 12, 31)).getExam());
    }

    private static Costs costs(ParticipantGroup group) {
        return new Costs(group, LearningRoute.B1, LAW, TODAY);
    }
}
