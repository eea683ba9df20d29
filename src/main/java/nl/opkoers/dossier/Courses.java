package nl.opkoers.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Dossier;

/** The course of the participant who is signed in. */
@RequestScoped
public class Courses {

    private final Dossiers dossiers;
    private final Visits visits;
    private final SignedIn signedIn;
    private final LawBook law;
    private final Clock clock;
    private Seen<Course> mine;

    Courses(Dossiers dossiers, Visits visits, SignedIn signedIn, LawBook law, Clock clock) {
        this.dossiers = dossiers;
        this.visits = visits;
        this.signedIn = signedIn;
        this.law = law;
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
            Course course = mine().known().orElseThrow(() -> new MunicipalityUnreachable("nothing was kept"));
            return template.apply(new Home(course, dossiers.mine(), visits.before(signedIn.participant()), law), course);
        });
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

    /** Whether the signed-in person falls under an earlier act, so that none of the rules of this one may be shown. */
    boolean isUnderEarlierAct() {
        return signedInCourse().filter(course -> course.phase() == Phase.EARLIERACT).isPresent();
    }

    private Optional<Course> signedInCourse() {
        return signedIn.session().filter(Session::participant).flatMap(session -> mine().known());
    }

    /** What is free and what is paid, for this person or, when nobody is signed in, in general. */
    Costs costs() {
        Optional<Course> course = signedInCourse();
        if (course.isEmpty() && signedIn.session().filter(Session::participant).isPresent()) {
            // In general would be read as: for me.
            throw new MunicipalityUnreachable("nothing was kept");
        }
        return new Costs(course.map(Course::getGroup).orElse(ParticipantGroup.UNKNOWN),
                course.map(Course::getRoute).orElse(null), law, LocalDate.now(clock));
    }

    /** The municipality does not know this person any more. */
    static final class NoLongerKnown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
