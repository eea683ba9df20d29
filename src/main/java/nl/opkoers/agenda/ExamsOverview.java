package nl.opkoers.agenda;

import java.util.List;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Phase;
import nl.opkoers.law.DutyKind;
import nl.opkoers.law.LawBook;

/**
 * What the page of the official exams is about: the exams, or why there are none.
 *
 * @param standing which of the two, and why
 * @param planning the exams, planned back; shown as far as {@link #getCards()} says
 */
record ExamsOverview(Standing standing, ExamPlanning planning) {

    /** Why there are exams on the page, or none. */
    enum Standing {
        /** There are exams to do. */
        OPEN,
        /** No exam is left to be done. */
        FINISHED,
        /** All of the civic integration is done. */
        COMPLETED,
        /** DUO decided that there is no duty. */
        EXEMPT,
        /** The route has no official exams. */
        NONE,
        /** What the law asks depends on something that is not known. */
        UNKNOWN,
        /** There is no plan yet. */
        NOPLAN,
        /** The municipality tells nothing of a plan. */
        NOTTOLD
    }

    static ExamsOverview of(Course course, LawBook law) {
        ExamPlanning planning = ExamPlanning.of(course, law);
        return new ExamsOverview(standing(course, planning), planning);
    }

    private static Standing standing(Course course, ExamPlanning planning) {
        if (course.phase() == Phase.EXEMPT) {
            return Standing.EXEMPT;
        }
        if (course.phase() == Phase.COMPLETED) {
            return Standing.COMPLETED;
        }
        if (!planning.cards().isEmpty()) {
            return planning.isFinished() ? Standing.FINISHED : Standing.OPEN;
        }
        return course.getPlan() == null ? withoutPlan(course) : withoutExams(course);
    }

    private static Standing withoutPlan(Course course) {
        return course.isPlanTold() ? Standing.NOPLAN : Standing.NOTTOLD;
    }

    private static Standing withoutExams(Course course) {
        return course.duties().notYetKnown().stream().anyMatch(duty -> duty.kind() == DutyKind.EXAM)
                ? Standing.UNKNOWN : Standing.NONE;
    }

    /** The cards to show: once all is done, nothing that would still ask for something. */
    public List<ExamCard> getCards() {
        return switch (standing) {
            case OPEN, FINISHED -> planning.cards();
            case COMPLETED -> planning.cards().stream().filter(card -> card.stage().isFinished()).toList();
            default -> List.of();
        };
    }

    public boolean isOpen() {
        return standing == Standing.OPEN;
    }

    /** The part for which to register first; {@code null} when there is none. */
    public ExamCard getFirst() {
        return isOpen() ? planning.next().orElse(null) : null;
    }

    /** Whether it is to be said what can be asked for. */
    public boolean isTooLate() {
        return isOpen() && planning.isTooLate();
    }
}
