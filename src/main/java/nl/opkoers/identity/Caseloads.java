package nl.opkoers.identity;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who of the staff may see whom: the one place that says so. A coach sees the people for whom they are the contact today,
 * and those of a colleague for whom they stand in today. Nobody else who works for the municipality sees anybody. Every
 * request is judged anew by the day that it is, also while the municipality cannot be reached and the list is of before.
 */
@RequestScoped
public class Caseloads {

    private final SignedIn signedIn;
    private final KeptCaseloads caseloads;
    private final LookBook looks;
    private final Clock clock;
    private final Duration opensFor;
    private Seen<List<Caseload.Member>> mine;

    Caseloads(SignedIn signedIn, KeptCaseloads caseloads, LookBook looks, Clock clock,
            @ConfigProperty(name = "opkoers.caseload.opens-for") Duration opensFor) {
        this.signedIn = signedIn;
        this.caseloads = caseloads;
        this.looks = looks;
        this.clock = clock;
        this.opensFor = opensFor;
    }

    /** The people whom I may see now, and how well that is known; absent for who is no coach. Worked out once for a page. */
    public Seen<List<Caseload.Member>> mine() {
        if (mine == null) {
            mine = signedIn.session().filter(Session::coach)
                    .map(coach -> of(coach.municipality(), coach.person()))
                    .orElseGet(Seen.Absent::new);
        }
        return mine;
    }

    /**
     * The people for whom an employee is the contact now, not those of whoever they stand in for. That opens nobody's page:
     * it says whose conversations are theirs, for who answers these while they are away.
     */
    public Seen<List<Caseload.Member>> contactOf(String municipality, String employee) {
        return of(municipality, employee).map(members -> members.stream().filter(member -> member.instead() == null).toList());
    }

    private Seen<List<Caseload.Member>> of(String municipality, String employee) {
        return open(caseloads.of(municipality, employee), employee, clock.instant(), opensFor);
    }

    /**
     * One of the people whom I may see now, and that I look; empty when it is not one of them, whoever else's they are.
     *
     * @param shown what of them will be on the page
     * @throws MunicipalityUnreachable when that is not known, which is not the same as no
     */
    public Optional<Caseload.Member> find(String participant, Shown shown) {
        if (mine() instanceof Seen.Unavailable<List<Caseload.Member>>) {
            throw new MunicipalityUnreachable("whom a coach may see is not known");
        }
        Optional<Caseload.Member> found = mine().known().flatMap(members -> members.stream()
                .filter(member -> member.participant().equals(participant)).findFirst());
        found.ifPresent(member -> listed(List.of(member), shown));
        return found;
    }

    /** That I look at these people of mine, before they are on a page. */
    public void listed(Collection<Caseload.Member> members, Shown shown) {
        if (!members.isEmpty()) {
            looks.write(signedIn.session().orElseThrow(), shown, members.stream().map(Look::of).toList());
        }
    }

    /** What a caseload opens now: nothing when it is another's, and no answer when it is too long ago that it was seen. */
    static Seen<List<Caseload.Member>> open(Seen<Caseload> seen, String employee, Instant now, Duration opensFor) {
        if (seen.asOf() != null && seen.asOf().plus(opensFor).isBefore(now)) {
            return new Seen.Unavailable<>();
        }
        return seen.map(caseload -> employee.equals(caseload.employeeId())
                ? caseload.on(Dates.dayOf(now)) : List.of());
    }
}
