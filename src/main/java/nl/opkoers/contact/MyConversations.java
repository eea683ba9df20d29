package nl.opkoers.contact;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.opkoers.dossier.Waiting;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import nl.opkoers.scope.Row;

/** The conversations of the participant who is signed in. Templates know this as {@code inject:conversations}. */
@Named("conversations")
@RequestScoped
@Unremovable
public class MyConversations {

    /** More than anybody looks through at once; one more says whether there are earlier ones. */
    static final int ON_A_PAGE = 60;
    private static final int MOST = ON_A_PAGE + 1;
    private static final int MOST_AT_HOME = 4;

    private static final Part PART = ConversationRows.latestOfMine(Set.of("/", "/messages"), MOST);
    private static final Part TOO_MUCH = ConversationRows.waitingOfMine(Set.of("/agenda", "/agenda/talk"), Topic.TOOMUCH);

    private final Conversations conversations;
    private final AtOnce atOnce;
    private final Drafts drafts;
    private final SignedIn signedIn;
    private final Clock clock;
    private List<MyConversation> latest;
    private Optional<MyConversation> tooMuch;

    MyConversations(Conversations conversations, AtOnce atOnce, Drafts drafts, SignedIn signedIn, Clock clock) {
        this.conversations = conversations;
        this.atOnce = atOnce;
        this.drafts = drafts;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    @Produces
    @Singleton
    static Part tooMuch() {
        return TOO_MUCH;
    }

    /**
     * A part of my conversations.
     *
     * @param number which part it is, from 1
     * @param older  whether there are earlier ones
     */
    record Page(List<MyConversation> shown, int number, boolean older) {

        /** Where the part after this is read. */
        public int next() {
            return number + 1;
        }
    }

    /** @param number from 1 */
    Page page(int number) {
        List<MyConversation> found = number == 1 ? getLatest() : asked((number - 1) * ON_A_PAGE);
        return new Page(found.stream().limit(ON_A_PAGE).toList(), number, found.size() > ON_A_PAGE);
    }

    /** The latest first. Looked up once for a page. */
    public List<MyConversation> getLatest() {
        if (latest == null) {
            latest = atOnce.take(PART).map(this::mine).orElseGet(() -> asked(0));
        }
        return latest;
    }

    /** Where I said that it is too much, while I wait for an answer; {@code null} when I do not. Looked up once for a page. */
    public MyConversation getTooMuch() {
        if (tooMuch == null) {
            tooMuch = atOnce.take(TOO_MUCH).map(this::mine).orElseGet(this::getLatest).stream()
                    .filter(mine -> mine.isWaitingAbout(Topic.TOOMUCH)).findFirst();
        }
        return tooMuch.orElse(null);
    }

    private List<MyConversation> mine(List<Row> found) {
        ParticipantKey key = signedIn.participant().key();
        return found.stream().map(row -> conversations.mine(key, row, today())).toList();
    }

    private LocalDate today() {
        return Dates.today(clock);
    }

    private List<MyConversation> asked(int after) {
        ParticipantKey key = signedIn.participant().key();
        Set<UUID> unread = conversations.unread(key);
        return conversations.latest(key, after, MOST).stream()
                .map(each -> MyConversation.of(each, unread.contains(each.opening().id()), today())).toList();
    }

    /** Those that Home tells of: what I have not seen first, then what I was asked and did not answer yet, then what I wait for. */
    public List<MyConversation> getAtHome() {
        return getLatest().stream().filter(each -> each.unread() || each.isMyTurn() || each.conversation().standing().isWaiting())
                .sorted(Comparator.comparing((MyConversation each) -> !each.unread()).thenComparing(each -> !each.isMyTurn()))
                .limit(MOST_AT_HOME).toList();
    }

    /** What I wait for, without the questions that the municipality tells of too and that I am shown as conversations. */
    public List<Waiting> besides(List<Waiting> all) {
        return besides(new ArrayList<>(getAtHome()), all);
    }

    static List<Waiting> besides(List<MyConversation> shown, List<Waiting> all) {
        List<Waiting> besides = new ArrayList<>();
        for (Waiting each : all) {
            // One conversation is one question: whatever else was asked that day is another.
            Optional<MyConversation> same = shown.stream().filter(mine -> mine.isToldAs(each)).findFirst();
            if (same.isEmpty()) {
                besides.add(each);
            }
            same.ifPresent(shown::remove);
        }
        return besides;
    }

    /** The questions that I have not sent yet, the latest first. */
    List<KeptQuestion> drafts() {
        return drafts.questions(signedIn.participant());
    }
}
