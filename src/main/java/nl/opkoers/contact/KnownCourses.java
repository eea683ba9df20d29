package nl.opkoers.contact;

import java.math.BigDecimal;
import java.util.Optional;

/** What is known now of a course that somebody sent along. The room that knows the schools says it. */
public interface KnownCourses {

    /** Empty when there is none with this id now, or nothing is known. */
    Optional<KnownCourse> find(String id);

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
