package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.municipality.contract.Contacts;

/** Who helps the participant who is signed in. */
@RequestScoped
public class Helper {

    private final Courses courses;

    Helper(Courses courses) {
        this.courses = courses;
    }

    /** Who answers for the plan, or stands in for them today; {@code null} when that is not known. */
    public String name() {
        Optional<Course> course = courses.mine().known();
        return course.map(Course::getSubstitute).map(Contacts.Substitute::name)
                .or(() -> course.map(Course::getContact).map(Contacts.Contact::name)).orElse(null);
    }
}
