package nl.opkoers.dossier;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.contract.Municipality;
import nl.opkoers.page.Surroundings;

/** Tells the frame of every page who somebody is and whom they can call. */
@RequestScoped
class Around implements Surroundings {

    private final SignedIn signedIn;
    private final Courses courses;
    private final Municipalities municipalities;
    private Optional<Municipality> municipality;

    Around(SignedIn signedIn, Courses courses, Municipalities municipalities) {
        this.signedIn = signedIn;
        this.courses = courses;
        this.municipalities = municipalities;
    }

    @Override
    public Optional<String> municipality() {
        return here().map(Municipality::name);
    }

    @Override
    public Optional<Helper> helper() {
        return course().flatMap(Around::contact).or(() -> here().map(town -> new Helper(town.name(), town.phone())));
    }

    private static Optional<Helper> contact(Course course) {
        if (course.getSubstitute() != null && course.getSubstitute().phone() != null) {
            return Optional.of(new Helper(course.getSubstitute().name(), course.getSubstitute().phone()));
        }
        return Optional.ofNullable(course.getContact()).filter(contact -> contact.phone() != null)
                .map(contact -> new Helper(contact.name(), contact.phone()));
    }

    @Override
    public FourthTab fourthTab() {
        return course().filter(Course::isPaysSchool).map(course -> FourthTab.SCHOOLS).orElse(FourthTab.HOURS);
    }

    private Optional<Course> course() {
        return signedIn.session().filter(Session::participant).flatMap(session -> courses.mine().known());
    }

    private Optional<Municipality> here() {
        if (municipality == null) {
            municipality = municipalities.here().known().filter(town -> town.phone() != null);
        }
        return municipality;
    }
}
