package nl.opkoers.schools;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.opkoers.contact.KnownCourses;

/** What the schools offer now, for who reads what somebody chooses from. */
@ApplicationScoped
class OfferedCourses implements KnownCourses {

    private final Offers offers;

    OfferedCourses(Offers offers) {
        this.offers = offers;
    }

    @Override
    public Optional<KnownCourse> find(String id) {
        return offers.course(id).map(course -> new KnownCourse(course.id(), course.name(), course.school().name(),
                course.school().town(), course.pricePerHour()));
    }
}
