package nl.opkoers.dossier;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Supplier;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.municipality.contract.Municipality;
import nl.opkoers.page.Surroundings;
import org.jboss.logging.Logger;

/** Tells the frame of every page who somebody is and whom they can call. */
@RequestScoped
class Around implements Surroundings {

    private static final Logger LOG = Logger.getLogger(Around.class);

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
        return course().flatMap(this::contact)
                .or(() -> here().filter(town -> town.phone() != null).map(town -> new Helper(town.name(), town.phone())));
    }

    /** Who answers for the plan, or instead of them; empty when nobody of these can be called today. */
    private Optional<Helper> contact(Course course) {
        Optional<Contacts.Substitute> substitute = ifReadable(courses::substitute);
        if (substitute.isPresent()) {
            return substitute.filter(other -> other.phone() != null).map(other -> new Helper(other.name(), other.phone()));
        }
        return Optional.ofNullable(course.getContact()).filter(contact -> contact.phone() != null)
                .map(contact -> new Helper(contact.name(), contact.phone()));
    }

    @Override
    public FourthTab fourthTab() {
        return course().filter(Course::isPaysSchool).map(course -> FourthTab.SCHOOLS).orElse(FourthTab.HOURS);
    }

    private Optional<Course> course() {
        return ifReadable(() -> signedIn.session().filter(Session::participant)
                .flatMap(session -> courses.mine().known()));
    }

    /** The page that says that something is away has a frame as well: whatever that is, it then does without. */
    private static <T> Optional<T> ifReadable(Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (RuntimeException away) {
            LOG.warnf("The frame is shown without what is stored: %s", away.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<Municipality> here() {
        if (municipality == null) {
            municipality = ifReadable(() -> municipalities.here().known());
        }
        return municipality;
    }
}
