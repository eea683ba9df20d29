package nl.opkoers.hours;

import java.util.ArrayList;
import java.util.List;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.PlanPart;

/** Which kinds of hours somebody can log. */
public final class Kinds {

    private Kinds() {
    }

    /**
     * The kinds for this person. Who owes participation (Besluit inburgering 3.14) logs that; a target, or a kind that suggests
     * one, is shown to nobody else, so everybody else logs of their own accord.
     */
    public static List<Kind> of(Course course) {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(course.isParticipationOwed() ? Kind.PARTICIPATION : Kind.VOLUNTARY);
        if (course.has(PlanPart.Kind.MAP)) {
            kinds.add(Kind.PRACTICE);
        }
        return List.copyOf(kinds);
    }
}
