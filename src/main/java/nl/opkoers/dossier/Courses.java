package nl.opkoers.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.municipality.contract.Dossier;

/** The course of the participant who is signed in. */
@RequestScoped
public class Courses {

    private final Dossiers dossiers;
    private final Visits visits;
    private final SignedIn signedIn;
    private final LawBook law;
    private final Away away;
    private final Clock clock;
    private Seen<Course> mine;

    Courses(Dossiers dossiers, Visits visits, SignedIn signedIn, LawBook law, Away away, Clock clock) {
        this.dossiers = dossiers;
        this.visits = visits;
        this.signedIn = signedIn;
        this.law = law;
        this.away = away;
        this.clock = clock;
    }

    /** Where I stand, and how well that is known. Worked out once for a page. */
    public Seen<Course> mine() {
        if (mine == null) {
            mine = dossiers.mine().map(dossier -> Course.of(dossier, clock, law));
        }
        return mine;
    }

    @CheckedTemplate(basePath = "dossier")
    static class Templates {
        static native TemplateInstance earlierAct(Course course);

        private Templates() {
        }
    }

    /**
     * A page about where I stand; for who falls under an earlier act, instead of every page, the way to who can tell.
     *
     * @throws MunicipalityUnreachable when nothing is known because the municipality cannot be reached
     * @throws NoLongerKnown           when the municipality answered that it does not know this person any more
     */
    public TemplateInstance page(BiFunction<Home, Course, TemplateInstance> template) {
        return instead().orElseGet(() -> {
            Course course = known();
            return template.apply(new Home(course, substitute().orElse(null), dossiers.mine(), visits.before(signedIn.participant()), law),
                    course);
        });
    }

    /**
     * What is known of where I stand, for what cannot do without it.
     *
     * @throws MunicipalityUnreachable when nothing is known because the municipality cannot be reached
     * @throws NoLongerKnown           when the municipality answered that it does not know this person any more
     */
    public Course known() {
        if (mine() instanceof Seen.Absent<Course>) {
            throw new NoLongerKnown();
        }
        return mine().known().orElseThrow(() -> new MunicipalityUnreachable("nothing was kept"));
    }

    /** Who answers today for who answers for the plan: as the municipality says, or as that colleague noted here. */
    public Optional<Contacts.Substitute> substitute() {
        Optional<Course> course = mine().known();
        return course.map(Course::getSubstitute)
                .or(() -> course.map(Course::getContact).map(Contacts.Contact::employeeId).flatMap(away::standIn));
    }

    /** The name of who answers for the plan, or stands in for them today. */
    public Optional<String> helper() {
        return substitute().map(Contacts.Substitute::name)
                .or(() -> mine().known().map(Course::getContact).map(Contacts.Contact::name));
    }

    /**
     * What is shown instead of every page about where I stand, for who falls under an earlier act.
     *
     * @throws NoLongerKnown when the municipality answered that it does not know this person any more
     */
    public Optional<TemplateInstance> instead() {
        if (mine() instanceof Seen.Absent<Course>) {
            throw new NoLongerKnown();
        }
        return mine().known().filter(course -> course.phase() == Phase.EARLIERACT).map(Templates::earlierAct);
    }

    /** The municipality does not know this person any more. */
    static final class NoLongerKnown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
