package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import org.junit.jupiter.api.Test;

/** What is free and what is paid, in short and on a page of its own: facts with a source, or nothing. */
class CostFactsTest {

    private static final LawBook LAW = LawBook.standard();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void whoseLessonsTheMunicipalityPaysSeesNoPriceAndNoLoan() {
        CostsInShort asylum = inShort(ParticipantGroup.ASYLUM);
        assertEquals("municipality", asylum.getPaidBy().word());
        assertNull(asylum.getLessonFrom());
        assertNull(asylum.getLessonTo());
        assertNull(asylum.getLoan());
        CostFacts page = page(ParticipantGroup.ASYLUM, LearningRoute.B1, TODAY);
        assertNotNull(page.getFree());
        assertNotNull(page.getFreeAttempts(), "the first attempts are free");
        assertEquals(List.of(), page.getLoan());
    }

    @Test
    void onlyWhereThereAreExamsTheirPriceIsTold() {
        assertEquals(50, page(ParticipantGroup.FAMILY_OR_OTHER, LearningRoute.B1, TODAY).getExam().whole());
        assertNull(page(ParticipantGroup.FAMILY_OR_OTHER, LearningRoute.Z, TODAY).getExam(), "no exams in Z");
    }

    @Test
    void theEducationRouteIsNotPaidByTheHour() {
        CostsInShort education = new CostsInShort(ParticipantGroup.FAMILY_OR_OTHER, LearningRoute.EDUCATION, LAW, TODAY);
        assertNull(education.getLessonFrom());
        assertNull(education.getLessonTo());
    }

    @Test
    void whoPaysSeesARangeAndThatALoanIsPossible() {
        CostsInShort family = inShort(ParticipantGroup.FAMILY_OR_OTHER);
        assertEquals("participant", family.getPaidBy().word());
        assertEquals(11, family.getLessonFrom().whole());
        assertEquals(20, family.getLessonTo().whole());
        assertNotNull(family.getLoan());
    }

    @Test
    void whoIsNotKnownIsToldNothingThatMayBeUntrue() {
        CostsInShort unknown = inShort(ParticipantGroup.UNKNOWN);
        assertNull(unknown.getPaidBy());
        assertNull(unknown.getLoan());
        assertNotNull(page(ParticipantGroup.UNKNOWN, LearningRoute.B1, TODAY).getFree());
    }

    @Test
    void beforeARuleWasThereNothingIsSaid() {
        assertNull(page(ParticipantGroup.FAMILY_OR_OTHER, LearningRoute.B1, LocalDate.of(2025, 12, 31)).getExam());
    }

    private static CostsInShort inShort(ParticipantGroup group) {
        return new CostsInShort(group, LearningRoute.B1, LAW, TODAY);
    }

    private static CostFacts page(ParticipantGroup group, LearningRoute route, LocalDate today) {
        return new CostFacts(new MyCase(true, group, route, null, false, null, null, List.of(), false), LAW, today);
    }
}
