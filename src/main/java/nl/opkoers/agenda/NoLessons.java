package nl.opkoers.agenda;

import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.PlanPart;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.CourseOffer;

/** Why no lessons stand in an agenda, as far as that is known. That there are none is never concluded from it. */
public enum NoLessons {
    /** The plan that says which lessons there will be is still being made. */
    BEFOREPLAN,
    /** On the waiting list of a school. */
    WAITINGLIST,
    /** No school has been found yet. */
    LOOKING,
    /** Who chooses and pays the school, and has exams to do: the municipality has no timetable, so the exams come first. */
    ALONE,
    /** Nothing is known about it. */
    UNKNOWN;

    /**
     * Why no lessons stand in this agenda.
     *
     * @param course {@code null} when it is not known
     * @return {@code null} when lessons stand in it, and for who has no more to do
     */
    static NoLessons of(Agenda agenda, Course course) {
        if (agenda.items().stream().anyMatch(item -> item.kind() == Agenda.Kind.LESSON)) {
            return null;
        }
        return course == null ? UNKNOWN : of(course);
    }

    private static NoLessons of(Course course) {
        return switch (course.phase()) {
            case COMPLETED, EXEMPT -> null;
            case RECEPTION, BEFOREPLAN, MOVED -> course.isPlanTold() ? BEFOREPLAN : UNKNOWN;
            default -> atSchool(course);
        };
    }

    private static NoLessons atSchool(Course course) {
        CourseOffer.Stage stage = course.dossier().courseOffer() == null ? CourseOffer.Stage.UNKNOWN
                : course.dossier().courseOffer().stage();
        if (stage == CourseOffer.Stage.WAITING_LIST) {
            return WAITINGLIST;
        }
        if (course.isPaysSchool() && course.has(PlanPart.Kind.EXAM)) {
            return ALONE;
        }
        return stage == CourseOffer.Stage.LOOKING ? LOOKING : UNKNOWN;
    }
}
