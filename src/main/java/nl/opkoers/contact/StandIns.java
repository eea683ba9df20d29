package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;

/**
 * The colleagues for whom the coach who is signed in answers today, because they noted here that they are away, and those for whom
 * such a colleague would answer. It is about conversations and nothing else: it opens nobody's page.
 */
@RequestScoped
public class StandIns {

    private final SignedIn signedIn;
    private final Absences absences;
    private final Caseloads caseloads;
    private final Clock clock;
    private List<Away> away;

    StandIns(SignedIn signedIn, Absences absences, Caseloads caseloads, Clock clock) {
        this.signedIn = signedIn;
        this.absences = absences;
        this.caseloads = caseloads;
        this.clock = clock;
    }

    /** A colleague who is away, and whose contact they are, as far as that is known. */
    private record Away(Absence absence, Seen<List<Caseload.Member>> contactOf) {

        Stream<Caseload.Member> people() {
            return contactOf.known().stream().flatMap(List::stream);
        }

        /** What would be theirs to answer now, and was open in the days that they are away. */
        boolean covers(Conversation conversation) {
            String assigned = conversation.standing().assignedTo();
            return conversation.isOpenWithin(absence.since(), absence.until())
                    && (assigned == null ? member(conversation).isPresent() : assigned.equals(absence.employee()));
        }

        Optional<Caseload.Member> member(Conversation conversation) {
            return people().filter(member -> member.participant().equals(conversation.key().participant())).findFirst();
        }
    }

    /** Those who are away, and until when. */
    public List<Absence> absences() {
        return away().stream().map(Away::absence).toList();
    }

    /** Of whom they are the contact. */
    Stream<String> participants() {
        return away().stream().flatMap(Away::people).map(Caseload.Member::participant);
    }

    /** By which absence this conversation may be read; empty when by none. */
    Optional<Absence> covering(Conversation conversation) {
        return away().stream().filter(colleague -> colleague.covers(conversation)).map(Away::absence).findFirst();
    }

    /** Whom a conversation is about that may be read so; empty when it was sent on to the colleague. */
    Optional<Caseload.Member> member(Conversation conversation) {
        return away().stream().filter(colleague -> colleague.covers(conversation))
                .flatMap(colleague -> colleague.member(conversation).stream()).findFirst();
    }

    /** Whether it is known whose contact they are. */
    boolean isKnown() {
        return away().stream().noneMatch(colleague -> colleague.contactOf() instanceof Seen.Unavailable<List<Caseload.Member>>);
    }

    /** Worked out once for a page. */
    private List<Away> away() {
        if (away == null) {
            LocalDate today = Dates.today(clock);
            away = signedIn.session().filter(Session::coach)
                    .map(me -> absences.on(me.municipality(), today).coveredBy(me.person()).stream().map(absence ->
                            new Away(absence, caseloads.contactOf(me.municipality(), absence.employee()))).toList())
                    .orElse(List.of());
        }
        return away;
    }
}
