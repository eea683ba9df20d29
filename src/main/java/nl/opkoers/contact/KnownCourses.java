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
     * @param pricePerHour in euros, zero when it is free; {@code null} when not known
     */
    record KnownCourse(String id, String name, String school, String town, BigDecimal pricePerHour) {

        /** Whether it is known to cost nothing. */
        public boolean isFree() {
            return pricePerHour != null && pricePerHour.signum() == 0;
        }
    }
}
