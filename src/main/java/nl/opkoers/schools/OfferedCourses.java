package nl.opkoers.schools;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.opkoers.contact.KnownCourses;
import nl.opkoers.municipality.MunicipalityUnreachable;

/** What the schools offer now, for who reads what somebody chooses from. */
@ApplicationScoped
class OfferedCourses implements KnownCourses {

    private final Offers offers;

    OfferedCourses(Offers offers) {
        this.offers = offers;
    }

    /** While the municipality is away, whoever answers still reads the name that was sent along. */
    @Override
    public Optional<KnownCourse> find(String id) {
        try {
            return offers.course(id).map(course -> new KnownCourse(course.id(), course.name(), course.school().name(),
                    course.school().town(), course.pricePerHour()));
        } catch (MunicipalityUnreachable away) {
            return Optional.empty();
        }
    }
}
