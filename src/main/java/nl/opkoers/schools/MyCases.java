package nl.opkoers.schools;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import nl.opkoers.agenda.WorkPatterns;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.MunicipalityUnreachable;

/** The case of who asks for a page, worked out once for it. */
@RequestScoped
public class MyCases {

    private final SignedIn signedIn;
    private final Courses courses;
    private final WorkPatterns work;
    private MyCase mine;

    MyCases(SignedIn signedIn, Courses courses, WorkPatterns work) {
        this.signedIn = signedIn;
        this.courses = courses;
        this.work = work;
    }

    /**
     * My case; in general when no participant is signed in.
     *
     * @throws MunicipalityUnreachable when a participant is signed in of whom nothing is known now: what holds in general
     *         would be read as what holds for them
     */
    public MyCase mine() {
        if (mine == null) {
            mine = participant() ? MyCase.of(courses.mine().known()
                    .orElseThrow(() -> new MunicipalityUnreachable("nothing was kept")), work.mine(signedIn.participant().key()))
                    : MyCase.general();
        }
        return mine;
    }

    /** What is shown instead of every page with rules of this act, for who falls under an earlier one. */
    public Optional<TemplateInstance> instead() {
        return participant() ? courses.instead() : Optional.empty();
    }

    private boolean participant() {
        return signedIn.session().filter(Session::participant).isPresent();
    }
}
