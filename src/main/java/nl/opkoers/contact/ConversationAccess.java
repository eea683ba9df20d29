package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;

/**
 * Which conversations who works for the municipality may read: the one place that says so, judged at every request. A
 * contact reads all of their people's; who stands in for a colleague reads what is open in the days of that, and during
 * them; whom one was sent on to reads that one, as long as it is theirs. Nobody else reads any.
 */
@RequestScoped
class ConversationAccess {

    private final SignedIn signedIn;
    private final Caseloads caseloads;
    private final Conversations conversations;

    ConversationAccess(SignedIn signedIn, Caseloads caseloads, Conversations conversations) {
        this.signedIn = signedIn;
        this.caseloads = caseloads;
        this.conversations = conversations;
    }

    /**
     * A conversation that I may read now; empty when there is none, or it is not for me, which are told apart to nobody.
     *
     * @throws nl.opkoers.municipality.MunicipalityUnreachable when it is not known whom I may see
     */
    Optional<Conversation> find(String participant, UUID id) {
        return coach().flatMap(me -> conversations.find(new ParticipantKey(me.municipality(), participant), id))
                .filter(this::mayRead);
    }

    /** The conversations of one of my people that I may read, the latest first. */
    List<Conversation> of(String participant, int most) {
        return coach().map(me -> conversations.latest(new ParticipantKey(me.municipality(), participant), most)).stream()
                .flatMap(List::stream).filter(this::mayRead).toList();
    }

    /** What waits for my answer, the earliest promise first. */
    List<Conversation> waiting() {
        return coach().map(me -> conversations.waiting(me.municipality(), people(), me.person()))
                .stream().flatMap(List::stream).filter(this::mayRead).toList();
    }

    /**
     * What is open while nobody waits for my answer, the latest first.
     *
     * @param theirs whether it is that in which the person was asked something, or the rest
     */
    List<Conversation> quiet(boolean theirs) {
        return coach().map(me -> conversations.quiet(me.municipality(), people(), me.person(), theirs))
                .stream().flatMap(List::stream).filter(this::mayRead).toList();
    }

    /** Whether I may read it now; when it is not known whom I may see, no more than what was sent on to me. */
    boolean reads(Conversation conversation) {
        return isSentTo(conversation) || isKnown() && mayRead(conversation);
    }

    /** Whether it is known whom I may see. */
    boolean isKnown() {
        return !(caseloads.mine() instanceof Seen.Unavailable<List<Caseload.Member>>);
    }

    /** Whom I may see it is about, if that is why I may read it; empty when it was only sent on to me. */
    Optional<Caseload.Member> member(Conversation conversation) {
        return caseloads.mine().known().flatMap(members -> members.stream()
                .filter(member -> member.participant().equals(conversation.key().participant())).findFirst());
    }

    /** For which colleague I stand in when I read it; empty for my own people and for what was sent on to me. */
    Optional<Caseload.Instead> instead(Conversation conversation) {
        return isSentTo(conversation) ? Optional.empty() : member(conversation).map(Caseload.Member::instead);
    }

    private List<String> people() {
        return caseloads.mine().known().orElse(List.of()).stream().map(Caseload.Member::participant).toList();
    }

    private boolean mayRead(Conversation conversation) {
        return isSentTo(conversation) || caseloads.find(conversation.key().participant())
                .filter(member -> member.instead() == null
                        || conversation.isOpenWithin(member.instead().since(), member.instead().until())
                        && conversation.standing().assignedTo() == null)
                .isPresent();
    }

    /** Whether I am the one who answers it, because it was sent on to me. */
    boolean isSentTo(Conversation conversation) {
        return coach().filter(me -> me.person().equals(conversation.standing().assignedTo())).isPresent();
    }

    private Optional<Session> coach() {
        return signedIn.session().filter(Session::coach);
    }
}
