package nl.opkoers.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /**
     * Where these people stand as far as that was seen here before, by participant. One query, and nobody is asked: so a page
     * about many people does not make as many calls. Who was never seen is not in it.
     */
    public Map<String, Seen<Course>> last(List<Caseload.Member> members) {
        return dossiers.last(municipalities.code(), members.stream().map(Caseload.Member::participant).toList()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, seen -> seen.getValue().map(dossier -> Course.of(dossier, clock, law))));
    }
}
