package nl.opkoers.dossier;

import java.time.Instant;
import java.time.LocalDate;
import nl.opkoers.language.Bidi;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;

/**
 * A plan on paper, to bring to a school: goals, route and parts. Not why something need not be done, nor what others reported or
 * who helps: that is nobody's business there.
 *
 * @param asOf when the municipality last confirmed it
 */
record PlanPaper(Course course, Instant asOf) {

    private static final String LINE_TO_WRITE_ON = ".".repeat(40);

    /** As the municipality addresses the person; a line to write on when that is not known. */
    public String getName() {
        return course.dossier().person() == null || course.dossier().person().name() == null ? LINE_TO_WRITE_ON
                : course.dossier().person().name();
    }

    public String getNameDirection() {
        return directionOf(getName());
    }

    /** The side on which somebody's own words begin, by their first letter. */
    public String directionOf(String words) {
        return Bidi.directionOf(words).attribute();
    }

    public String told(Language language) {
        return Dates.of(language).moment(asOf);
    }

    public String date(LocalDate day, Language language) {
        return Dates.of(language).date(day);
    }

    public String number(Integer number) {
        return String.valueOf(number);
    }

    /** Whether the day of a part is that on which it was, or will be. */
    public boolean isOn(PlanPart part) {
        return part.on() != null && !part.isCounted() && (part.state() == PlanPart.State.DONE || part.state() == PlanPart.State.PLANNED);
    }
}
