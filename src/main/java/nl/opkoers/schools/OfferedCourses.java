package nl.opkoers.schools;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import nl.opkoers.contact.KnownCourses;
import nl.opkoers.municipality.Seen;

/** What the schools offer now, for who reads what somebody chooses from. */
@ApplicationScoped
class OfferedCourses implements KnownCourses {

    private final Offers offers;

    OfferedCourses(Offers offers) {
        this.offers = offers;
    }

    @Override
    public Seen<List<KnownCourse>> find(Collection<String> ids) {
        return offers.courses().map(all -> all.stream().filter(course -> ids.contains(course.id())).map(OfferedCourses::known).toList());
    }

    private static KnownCourse known(LessonCourse course) {
        return new KnownCourse(course.id(), course.name(), course.school().name(), course.school().town(), course.isFree(),
                course.pricePerHour(), course.priceInAll());
    }
}
