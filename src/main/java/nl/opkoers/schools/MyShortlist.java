package nl.opkoers.schools;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;

/**
 * The list of the participant who is signed in, if one is. Templates know it as {@code inject:shortlist}; read once for a
 * page.
 */
@Named("shortlist")
@RequestScoped
@Unremovable
public class MyShortlist {

    private final SignedIn signedIn;
    private final Shortlists shortlists;
    private List<String> courses;

    MyShortlist(SignedIn signedIn, Shortlists shortlists) {
        this.signedIn = signedIn;
        this.shortlists = shortlists;
    }

    /** The ids of the courses on it; none when no participant is signed in. */
    public List<String> courses() {
        if (courses == null) {
            courses = signedIn.session().filter(Session::participant).map(session -> shortlists.mine(session.key())).orElse(List.of());
        }
        return courses;
    }

    /** Whether a course is on it. */
    public boolean has(String course) {
        return courses().contains(course);
    }

    /** Whether nothing more fits on it. */
    public boolean isFull() {
        return courses().size() >= Shortlists.MOST;
    }

    /** How many courses fit on it. */
    public int getMost() {
        return Shortlists.MOST;
    }
}
