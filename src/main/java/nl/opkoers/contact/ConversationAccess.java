package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.Look;
import nl.opkoers.identity.LookBook;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.Shown;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.page.Typed;
import nl.opkoers.scope.Scope;

/**
 * Which conversations who works for the municipality may read: the one place that says so, judged at every request. A
 * contact reads all of their people's; who stands in for a colleague, because the municipality or that colleague says so,
 * reads what is open in the days of that, and during them; whom one was sent on to reads that one, as long as it is theirs.
 * Nobody else reads any; that something lies with a colleague past its day, the contact is told without it, and who stands in for
 * them because the municipality says so.
 */
@RequestScoped
public class ConversationAccess {

    private final SignedIn signedIn;
    private final Caseloads caseloads;
    private final StandIns standIns;
    private final Conversations conversations;
    private final LookBook looks;

    ConversationAccess(SignedIn signedIn, Caseloads caseloads, StandIns standIns, Conversations conversations, LookBook looks) {
        this.signedIn = signedIn;
        this.caseloads = caseloads;
        this.standIns = standIns;
        this.conversations = conversations;
        this.looks = looks;
    }

    /** A conversation that I may read now, and that I look: as {@link #hear}, for what shows anything of it. */
    public Optional<Conversation> find(String participant, UUID id) {
        return find(participant, id, Shown.CONVERSATION);
    }

    /** @param shown what of it will be shown */
    Optional<Conversation> find(String participant, UUID id, Shown shown) {
        Optional<Conversation> readable = hear(participant, id);
        readable.ifPresent(conversation -> looks(List.of(conversation), shown));
        return readable;
    }

    /**
     * Whether I took this turn, also where I may read no more since: who passes something on that was only theirs to answer taps twice
     * and finds it done, not gone.
     */
    public boolean took(String participant, UUID id, UUID turn) {
        return coach().filter(me -> {
            ParticipantKey key = new ParticipantKey(me.municipality(), Typed.text(participant));
            return Scope.portal(() -> conversations.turn(key, id, turn)).map(Numbered::turn)
                    .filter(taken -> taken instanceof Turn.OfStaff step && step.by().equals(me.person())).isPresent();
        }).isPresent();
    }

    /** Where I read a conversation on; the inbox, when it is now only for whom it was sent on to. */
    String onward(Conversation conversation) {
        return reads(conversation) ? InboxLine.address(conversation) : ConversationsPage.PATH;
    }

    /**
     * A conversation that I may read now, for what shows nothing of it; empty when there is none, or it is not for me, which are
     * told apart to nobody.
     *
     * @throws MunicipalityUnreachable when it is not known whom I may see
     */
    Optional<Conversation> hear(String participant, UUID id) {
        // Nobody's id has the character zero, and PostgreSQL does not take it.
        Optional<Conversation> readable = judged().filter(me -> participant.indexOf('\0') < 0)
                .flatMap(me -> conversations.find(new ParticipantKey(me.municipality(), participant), id)).filter(this::reads);
        if (readable.isEmpty() && coach().isPresent() && !isKnown()) {
            throw new MunicipalityUnreachable("whom a coach may see is not known");
        }
        return readable;
    }

    /**
     * The conversations of one of my people that I may read, for their page, that I look at. What I may not read counts for no page.
     *
     * @param page which part of them, from 1; the last one when there are not as many
     */
    public OfPerson of(String participant, int page) {
        List<Conversation> readable = judged()
                .map(me -> conversations.latest(new ParticipantKey(me.municipality(), participant), Conversations.MOST_OF_PERSON))
                .stream().flatMap(List::stream).filter(this::reads).toList();
        OfPerson found = OfPerson.of(readable, page);
        looks(found.shown(), Shown.PERSON);
        return found;
    }

    /** That I look at whom these are about, before they are on a page. Those that I may not read are not mine to show. */
    void looks(Collection<Conversation> readable, Shown shown) {
        List<Look> each = readable.stream().map(conversation -> new Look(conversation.key().participant(),
                instead(conversation).orElse(null), isSentTo(conversation))).distinct().toList();
        if (!each.isEmpty()) {
            looks.write(coach().orElseThrow(), shown, each);
        }
    }

    /**
     * What was found of those for whom I am there.
     *
     * @param mine   what I may read
     * @param closed what of my people I may not read while a colleague answers it: that it lies there is for me to know, and nothing
     *               that was said
     * @param cutOff whether there may be more than was looked through
     */
    record Found<T>(List<T> mine, List<T> closed, boolean cutOff) {
    }

    /** What waits for my answer, the earliest promise first. One query, whoever I stand in for. */
    public List<Conversation> waiting() {
        return found().mine();
    }

    /** The same, and what waits for a colleague past its day. */
    Found<Conversation> found() {
        return found(coach().map(me -> conversations.waiting(me.municipality(), people(), employees(me))), Function.identity());
    }

    private <T> Found<T> found(Optional<List<T>> all, Function<T, Conversation> of) {
        List<T> found = all.orElse(List.of());
        return new Found<>(found.stream().filter(each -> reads(of.apply(each))).toList(),
                found.stream().filter(each -> isClosedToMe(of.apply(each))).toList(), found.size() >= Conversations.MOST_WAITING);
    }

    /**
     * What is open while nobody waits for my answer, the latest first.
     *
     * @param theirs whether it is that in which the person was asked something, or the rest
     */
    Found<Conversation> quiet(boolean theirs) {
        return found(coach().map(me -> conversations.quiet(me.municipality(), people(), employees(me), theirs)), Function.identity());
    }

    /** What it was promised by today to look at, the earliest first: whoever promised it may be away, or not their contact any more. */
    Found<PromisedLook> promisedLooks() {
        return found(coach().map(me -> conversations.promisedLooks(me.municipality(), people(), employees(me))), PromisedLook::conversation);
    }

    /**
     * What is open and mine to answer, not because I stand in for anybody.
     *
     * @throws MunicipalityUnreachable when it is not known whom I may see: that is not the same as nothing
     */
    public List<Conversation> mine() {
        if (!isCaseloadKnown()) {
            throw new MunicipalityUnreachable("whom a coach may see is not known");
        }
        return Stream.of(found(), quiet(true), quiet(false)).map(Found::mine).flatMap(List::stream)
                .filter(conversation -> isSentTo(conversation) || conversation.standing().assignedTo() == null
                        && own(conversation).filter(member -> member.instead() == null).isPresent()).toList();
    }

    /** Whether I may read it now; when it is not known whom I may see, no more than what was sent on to me. */
    boolean reads(Conversation conversation) {
        return isSentTo(conversation) || isOfMine(conversation) || standIns.covering(conversation).isPresent();
    }

    /**
     * Whether I am the contact, or the municipality says that I stand in for them, and yet may not read it, because it lies with a
     * colleague.
     */
    private boolean isClosedToMe(Conversation conversation) {
        return !reads(conversation) && own(conversation).filter(member -> isInTime(member, conversation)).isPresent();
    }

    private boolean isOfMine(Conversation conversation) {
        boolean answersAnother = conversation.standing().assignedTo() != null;
        return own(conversation).filter(member -> isInTime(member, conversation))
                // What only who answers may read is closed to the contact too, as long as a colleague answers it.
                .filter(member -> !answersAnother || member.instead() == null && !conversation.opening().confidential()).isPresent();
    }

    /** Whether it is about the days for which I am there: for who stands in, what was open in the days of that. */
    private static boolean isInTime(Caseload.Member member, Conversation conversation) {
        return member.instead() == null || conversation.isOpenWithin(member.instead().since(), member.instead().until());
    }

    /** Whether it is known whom I may see, and for whom I answer besides. */
    boolean isKnown() {
        return isCaseloadKnown() && standIns.isKnown();
    }

    private boolean isCaseloadKnown() {
        return !(caseloads.mine() instanceof Seen.Unavailable<List<Caseload.Member>>);
    }

    /**
     * Whom it is about: of my caseload, or of the colleague for whom I stand in. Empty when it was only sent on to me, or to
     * that colleague.
     */
    Optional<Caseload.Member> member(Conversation conversation) {
        return own(conversation).or(() -> standIns.member(conversation));
    }

    /** For which colleague I stand in when I read it, or learn that it lies elsewhere; empty for my own people and for what was sent on to me. */
    Optional<Caseload.Instead> instead(Conversation conversation) {
        if (isSentTo(conversation)) {
            return Optional.empty();
        }
        return isOfMine(conversation) || isClosedToMe(conversation) ? own(conversation).map(Caseload.Member::instead)
                : standIns.covering(conversation).map(Absence::instead);
    }

    /** Whom it is about, when they are of my caseload: only then is the rest of them for me too. */
    Optional<Caseload.Member> own(Conversation conversation) {
        return caseloads.mine().known().flatMap(members -> members.stream()
                .filter(member -> member.participant().equals(conversation.key().participant())).findFirst());
    }

    private List<String> people() {
        return Stream.concat(caseloads.mine().known().stream().flatMap(List::stream).map(Caseload.Member::participant),
                standIns.participants()).distinct().toList();
    }

    private List<String> employees(Session me) {
        return Stream.concat(Stream.of(me.person()), standIns.absences().stream().map(Absence::employee)).distinct().toList();
    }

    /** Whether I am the one who answers it, because it was sent on to me. */
    boolean isSentTo(Conversation conversation) {
        return coach().filter(me -> me.person().equals(conversation.standing().assignedTo())).isPresent();
    }

    /** Once it was asked whom I may see: before that the database does not know it either, and shows nothing of them. */
    private Optional<Session> judged() {
        caseloads.mine();
        standIns.isKnown();
        return coach();
    }

    private Optional<Session> coach() {
        return signedIn.session().filter(Session::coach);
    }
}
