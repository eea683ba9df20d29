package nl.opkoers.contact;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import nl.opkoers.municipality.Seen;

/** What is known now of the courses that somebody sent along. The room that knows the schools says it. */
public interface KnownCourses {

    /** Those with these ids that there are now, and how well that is known. */
    Seen<List<KnownCourse>> find(Collection<String> ids);

    /**
     * A course.
     *
     * @param town         {@code null} when not known
     * @param free         whether it is known to cost nothing
     * @param pricePerHour in euros; {@code null} when not known
     * @param priceInAll   in euros, of the whole course; {@code null} when not known
     */
    record KnownCourse(String id, String name, String school, String town, boolean free, BigDecimal pricePerHour, BigDecimal priceInAll) {
    }
}
