package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.notice.PortalOpened;
import nl.opkoers.page.Ids;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;

/** A conversation of the participant who is signed in, ready to be shown. */
@RequestScoped
class MyThread {

    /** As many turns as are read at once. */
    static final int PAGE = 30;

    private static final Set<String> PAGES = Set.of("/messages/:id");
    private static final Part CONVERSATION = ConversationRows.oneOfMine(PAGES);
    private static final Part TURNS = ConversationRows.lastTurnsOfMine(PAGES, PAGE);
    private static final Part READERS = ConversationRows.readersOfMine(PAGES);

    private final Conversations conversations;
    private final AtOnce atOnce;
    private final TurnsViews views;
    private final Helper helper;
    private final SignedIn signedIn;
    private final Event<PortalOpened> opened;
    private final Clock clock;
    private List<Reader> readers;

    MyThread(Conversations conversations, AtOnce atOnce, TurnsViews views, Helper helper, SignedIn signedIn, Event<PortalOpened> opened,
            Clock clock) {
        this.conversations = conversations;
        this.atOnce = atOnce;
        this.views = views;
        this.helper = helper;
        this.signedIn = signedIn;
        this.opened = opened;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static Part conversation() {
        return CONVERSATION;
    }

    @Produces
    @Singleton
    static Part turns() {
        return TURNS;
    }

    @Produces
    @Singleton
    static Part readers() {
        return READERS;
    }

    /**
     * What its page shows.
     *
     * @param with    who answers now; {@code null} when that is not known
     * @param away    who would answer and is away, so that somebody else stands in; {@code null} when nobody is
     * @param until   the last day of that; {@code null} when it is not known
     * @param passed  whether the day has come before which an answer was promised
     * @param nobody  {@code null} unless I wait and nobody is named who answers
     * @param readers who of the municipality has read in it
     */
    record Shown(Conversation conversation, TurnsView turns, String with, String away, LocalDate until, boolean passed,
            Nobody nobody, List<String> readers) {

        /** The week that went along; {@code null} when none did. */
        public WeekHours getHours() {
            return WeekHours.of(conversation.opening().attachment());
        }

        /** Whether there are turns before those that are shown. */
        public boolean isOlder() {
            return turns.first() > 1;
        }

        /** Whether the last turn is among those that are shown. */
        public boolean isLatest() {
            return turns.last() >= conversation.standing().turns();
        }

        public String address() {
            return turns.viewer().address();
        }
    }

    /** One of mine; empty when I have none with this id. */
    Optional<Conversation> find(String id) {
        return atOnce.take(CONVERSATION).map(found -> conversations.one(key(), found))
                .orElseGet(() -> Ids.of(id).flatMap(known -> conversations.find(key(), known)));
    }

    /** The last turns of it; in order. */
    List<Numbered> last(Conversation conversation) {
        return atOnce.take(TURNS).map(conversations::turns).orElseGet(() -> before(conversation, Integer.MAX_VALUE));
    }

    /** The last turns before a position; in order. */
    List<Numbered> before(Conversation conversation, int position) {
        return conversations.turns(key(), conversation.opening().id(), position, PAGE);
    }

    /** Keeps that I have seen it up to a position. Mostly that is kept already: then nothing is written. */
    void see(Conversation conversation, int position) {
        String me = key().participant();
        if (readers(conversation).stream().noneMatch(reader -> reader.id().equals(me) && reader.position() >= position)) {
            conversations.seen(key(), conversation.opening().id(), me, null, position);
        }
        opened.fire(new PortalOpened(key()));
    }

    /** Before which day an answer is promised to what I say in it now; {@code null} when none is. */
    LocalDate answerBefore(Conversation conversation) {
        return helper.answerBefore(conversation.standing());
    }

    /** @param turns some of it, in order */
    Shown show(Conversation conversation, List<Numbered> turns) {
        Standing standing = conversation.standing();
        Optional<Contacts.Substitute> standIn = standing.assignedTo() == null ? helper.standIn() : helper.standIn(standing.assignedTo());
        String answers = standing.assignedTo() == null ? helper.contact().map(Conversation.Contact::name).orElse(null)
                : standing.assignedName();
        List<String> names = readers(conversation).stream().map(Reader::name).filter(Objects::nonNull).toList();
        Viewer me = Viewer.person(ThreadPage.address(conversation.opening().id()));
        return new Shown(conversation, views.of(conversation, turns, me, () -> readers(conversation)),
                standIn.map(Contacts.Substitute::name).orElseGet(() -> standing.assignedTo() == null ? helper.name() : answers),
                standIn.map(other -> answers).orElse(null), standIn.map(Contacts.Substitute::until).orElse(null),
                standing.isOverdue(Dates.today(clock)),
                helper.nobody(standing).filter(nobody -> standing.isWaiting()).orElse(null), names);
    }

    private List<Reader> readers(Conversation conversation) {
        if (readers == null) {
            readers = atOnce.take(READERS).map(found -> found.stream().map(ConversationRows::reader).toList())
                    .orElseGet(() -> conversations.readers(key(), conversation.opening().id()));
        }
        return readers;
    }

    ParticipantKey key() {
        return signedIn.participant().key();
    }
}
