package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.notice.PortalOpened;
import nl.opkoers.page.Ids;

/** A conversation of the participant who is signed in, ready to be shown. */
@RequestScoped
class MyThread {

    private final Conversations conversations;
    private final TurnsViews views;
    private final Helper helper;
    private final SignedIn signedIn;
    private final Event<PortalOpened> opened;
    private final Clock clock;

    MyThread(Conversations conversations, TurnsViews views, Helper helper, SignedIn signedIn, Event<PortalOpened> opened, Clock clock) {
        this.conversations = conversations;
        this.views = views;
        this.helper = helper;
        this.signedIn = signedIn;
        this.opened = opened;
        this.clock = clock;
    }

    /**
     * What its page shows.
     *
     * @param with    who answers now; {@code null} when that is not known
     * @param away    who would answer and is away, so that somebody else stands in; {@code null} when nobody is
     * @param until   the last day of that; {@code null} when it is not known
     * @param passed  whether the day has come before which an answer was promised
     * @param readers who of the municipality has read in it
     */
    record Shown(Conversation conversation, TurnsView turns, String with, String away, LocalDate until, boolean passed,
            List<String> readers) {

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
        return Ids.of(id).flatMap(known -> conversations.find(key(), known));
    }

    /** Keeps that I have seen it up to a position. */
    void see(Conversation conversation, int position) {
        conversations.seen(key(), conversation.opening().id(), key().participant(), null, position);
        opened.fire(new PortalOpened(key()));
    }

    /** @param turns some of it, in order */
    Shown show(Conversation conversation, List<Numbered> turns) {
        Standing standing = conversation.standing();
        LocalDate before = standing.answerBefore();
        Optional<Helper.StandIn> standIn = standing.assignedTo() == null ? helper.standIn() : helper.standIn(standing.assignedTo());
        String answers = standing.assignedTo() == null ? helper.contact().map(Conversation.Contact::name).orElse(null)
                : standing.assignedName();
        List<String> readers = conversations.readers(key(), conversation.opening().id()).stream().map(Reader::name)
                .filter(Objects::nonNull).toList();
        return new Shown(conversation, views.of(conversation, turns, Viewer.person(ThreadPage.address(conversation.opening().id()))),
                standIn.map(Helper.StandIn::name).orElseGet(() -> standing.assignedTo() == null ? helper.name() : answers),
                standIn.map(other -> answers).orElse(null), standIn.map(Helper.StandIn::until).orElse(null),
                before != null && !LocalDate.now(clock.withZone(Dates.AMSTERDAM)).isBefore(before), readers);
    }

    ParticipantKey key() {
        return signedIn.participant().key();
    }
}
