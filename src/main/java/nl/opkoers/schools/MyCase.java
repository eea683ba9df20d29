package nl.opkoers.schools;

import java.time.LocalDate;
import java.util.List;
import nl.opkoers.agenda.WorkPattern;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Phase;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.LegalDate;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.TermClock;
import nl.opkoers.municipality.contract.Hours;

/**
 * What matters of somebody for choosing a school. Of who is not signed in nothing is known.
 *
 * @param personal    whether it is about the person who is signed in, rather than in general
 * @param group       {@link ParticipantGroup#UNKNOWN} in general
 * @param route       {@code null} when not known
 * @param level       the level of the plan; {@code null} when not known
 * @param literacy    whether learning to read and write is part of the plan
 * @param termEnd     the last day of the term; {@code null} when no term runs or it is not known
 * @param lessonHours the lesson hours so far that the municipality knows of; {@code null} when it does not
 * @param work        when this person works, as they typed it themselves
 * @param over        whether this person is done, or has no duty: the rules of schools and costs are then for others
 */
public record MyCase(boolean personal, ParticipantGroup group, LearningRoute route, LanguageLevel level, boolean literacy,
        LocalDate termEnd, Integer lessonHours, List<WorkPattern> work, boolean over) {

    private static final MyCase GENERAL =
            new MyCase(false, ParticipantGroup.UNKNOWN, null, null, false, null, null, List.of(), false);

    public MyCase {
        work = List.copyOf(work);
    }

    /** For nobody in particular. */
    public static MyCase general() {
        return GENERAL;
    }

    /** For the person whose course this is. */
    public static MyCase of(Course course, List<WorkPattern> work) {
        return new MyCase(true, course.getGroup(), course.getRoute(), level(course), course.isLiteracy(),
                course.clocks().calendar().map(TermClock::lastDay).map(LegalDate::date).orElse(null), lessonHours(course), work,
                course.phase() == Phase.COMPLETED || course.phase() == Phase.EXEMPT && !course.isExemptForNow());
    }

    private static LanguageLevel level(Course course) {
        return course.getPlan() == null ? null : course.getPlan().level().orElse(null);
    }

    private static Integer lessonHours(Course course) {
        return course.getCountedHours().stream().filter(counted -> counted.kind() == Hours.Kind.LESSONS)
                .map(counted -> counted.count().hours()).findFirst().orElse(null);
    }

    /** Whether this person chooses and pays the school. In general, and while the group is not known, it is not said. */
    public boolean isPaysSchool() {
        return group == ParticipantGroup.FAMILY_OR_OTHER;
    }

    /** Whether the municipality chooses and pays. */
    public boolean isPaidByMunicipality() {
        return group == ParticipantGroup.ASYLUM;
    }
}
