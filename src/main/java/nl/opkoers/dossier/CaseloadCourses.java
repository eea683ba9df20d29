package nl.opkoers.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;

/** Where the people of a coach stand. Only for somebody whom the coach may see now: a member of their caseload of today. */
@ApplicationScoped
public class CaseloadCourses {

    private final KeptDossiers dossiers;
    private final Municipalities municipalities;
    private final LawBook law;
    private final Clock clock;

    CaseloadCourses(KeptDossiers dossiers, Municipalities municipalities, LawBook law, Clock clock) {
        this.dossiers = dossiers;
        this.municipalities = municipalities;
        this.law = law;
        this.clock = clock;
    }

    /** Where this person stands, and how well that is known. */
    public Seen<Course> of(Caseload.Member member) {
        return dossiers.of(new ParticipantKey(municipalities.code(), member.participant()))
                .map(dossier -> Course.of(dossier, clock, law));
    }
}
