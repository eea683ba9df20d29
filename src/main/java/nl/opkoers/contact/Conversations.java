package nl.opkoers.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.opkoers.contact.Spoken.Outcome;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.scope.Row;
import nl.opkoers.scope.Scope;

/**
 * Everybody's conversations. A conversation is only found under the key of the person whose it is; who of the staff may ask
 * for whose key is not decided here. What is said twice counts once, by the id that it was given where it was written.
 */
@ApplicationScoped
public class Conversations {

    /** More than an inbox shows at once: there the earliest promises come first. */
    public static final int MOST_WAITING = 500;
    /** More than anybody begins in the years of a plan. */
    static final int MOST_OF_PERSON = 1000;
    /** More conversations than anybody begins in a day. */
    static final int MOST_A_DAY = 30;

    private final ConversationRows rows;
    private final OwedAnswers owed;
    private final Event<TurnTaken> taken;
    private final Clock clock;

    Conversations(ConversationRows rows, OwedAnswers owed, Event<TurnTaken> taken, Clock clock) {
        this.rows = rows;
        this.owed = owed;
        this.taken = taken;
        this.clock = clock;
    }

    /**
     * Begins a conversation with what the person says first. Sent twice, it begins once.
     *
     * @param contact who is their contact now; {@code null} when that is not known
     */
    public Spoken begin(ParticipantKey key, Opening opening, Turn.Said first, Conversation.Contact contact) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            if (number(key) >= MOST_A_DAY && rows.find(key, opening.id()).isEmpty()) {
                return new Spoken(Outcome.MANYTODAY, null);
            }
            rows.begin(key, opening, contact);
            return take(key, opening.id(), first, null);
        });
    }

    /**
     * Begins a conversation with what who works for the municipality tells or asks. Sent twice, it begins once.
     *
     * @param contact who is the person's contact now; {@code null} when that is not known
     */
    Spoken tell(ParticipantKey key, Opening opening, Turn.Answered first, Conversation.Contact contact) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            rows.begin(key, opening, contact);
            return take(key, opening.id(), first, null);
        });
    }

    private long number(ParticipantKey key) {
        return rows.begunSince(key, today().atStartOfDay(Dates.AMSTERDAM).toInstant());
    }

    private LocalDate today() {
        return Dates.today(clock);
    }

    /** Takes a turn of the person's, or of the portal itself. */
    public Spoken take(ParticipantKey key, UUID id, Turn turn) {
        return QuarkusTransaction.joiningExisting().call(() -> take(key, id, turn, null));
    }

    /**
     * Takes a turn of who works for the municipality.
     *
     * @param seen the position of the last turn that they saw: when a colleague answered since, or the person said more that would
     *             be taken as dealt with, nothing is kept
     */
    public Spoken answer(ParticipantKey key, UUID id, Turn.OfStaff turn, int seen) {
        return QuarkusTransaction.joiningExisting().call(() -> take(key, id, turn, seen));
    }

    private Spoken take(ParticipantKey key, UUID id, Turn turn, Integer seen) {
        Optional<Conversation> held = rows.hold(key, id);
        if (held.isEmpty()) {
            return new Spoken(Outcome.ABSENT, null);
        }
        if (rows.has(key, turn.id())) {
            return new Spoken(Outcome.AGAIN, held.get());
        }
        if (seen != null && isOvertaken(key, id, (Turn.OfStaff) turn, seen)) {
            return new Spoken(Outcome.OVERTAKEN, held.get());
        }
        return turn instanceof Turn.HandedOver || turn instanceof Turn.Referred
                // Who passes on what they may only read because it is theirs to answer cannot see it any more while they do it.
                ? Scope.portal(() -> add(held.get(), turn)) : add(held.get(), turn);
    }

    private Spoken add(Conversation before, Turn turn) {
        Conversation after = before.after(turn);
        rows.add(after.key(), after.opening().id(), turn, after.standing());
        rows.announce(after.key(), after.opening().id());
        taken.fire(new TurnTaken(before, after, turn));
        return new Spoken(Outcome.DONE, after);
    }

    /**
     * Says in every open conversation of a person who is their contact now, once; what is still to be answered goes along,
     * unless a colleague answers it. What was asked while nobody was named is in somebody's inbox from now on: so from now on a day is
     * promised.
     * One query when nothing changed.
     *
     * @param before before which day an answer is promised from today; {@code null} when none is
     */
    void contactIs(ParticipantKey key, Conversation.Contact contact, LocalDate before) {
        QuarkusTransaction.joiningExisting().run(() -> rows.withOtherContactOrNoPromise(key, contact.id()).forEach(conversation -> {
            if (!contact.isSame(conversation.contact())) {
                contactIs(conversation, contact);
            }
            if (before != null && conversation.standing().isUnpromised()) {
                rows.promise(key, conversation.opening().id(), before);
                owed.promise(key, conversation.opening().id(), before);
                rows.announce(key, conversation.opening().id());
            }
        }));
    }

    private void contactIs(Conversation conversation, Conversation.Contact contact) {
        rows.contact(conversation.key(), conversation.opening().id(), contact);
        // What was sent on to a colleague stays with them, whoever is the contact.
        if (conversation.contact() != null && !conversation.isAnsweredElsewhere()) {
            take(conversation.key(), conversation.opening().id(), new Turn.TakenOver(UUID.randomUUID(), clock.instant(),
                    conversation.contact().name(), contact.name()), null);
        }
    }

    /** Who answers or closes ends somebody's waiting: not for what they have not read. */
    private boolean isOvertaken(ParticipantKey key, UUID id, Turn.OfStaff turn, int seen) {
        boolean endsWaiting = turn instanceof Turn.Answered || turn instanceof Turn.Closed;
        return rows.turnsAfter(key, id, seen, Integer.MAX_VALUE).stream().map(Numbered::turn)
                .anyMatch(since -> since instanceof Turn.OfStaff other ? !other.by().equals(turn.by())
                        : endsWaiting && since instanceof Turn.OfPerson);
    }

    /** One conversation; empty when this person has none with this id. */
    @Transactional
    public Optional<Conversation> find(ParticipantKey key, UUID id) {
        return rows.find(key, id);
    }

    /** What this person's conversations are, the one in which something was said last first. */
    @Transactional
    public List<Conversation> latest(ParticipantKey key, int most) {
        return rows.latest(key, 0, most);
    }

    /** The same after so many that are later. */
    @Transactional
    List<Conversation> latest(ParticipantKey key, int after, int most) {
        return rows.latest(key, after, most);
    }

    /** As {@link #latest} and {@link #unread}, from a row of {@link ConversationRows#latestOfMine}. */
    MyConversation mine(ParticipantKey key, Row row, LocalDate today) {
        return MyConversation.of(rows.conversation(key, row), ConversationRows.unread(row), today);
    }

    /** As {@link #find}, from the rows of {@link ConversationRows#oneOfMine}. */
    Optional<Conversation> one(ParticipantKey key, List<Row> found) {
        return found.stream().findFirst().map(row -> rows.conversation(key, row));
    }

    /** As {@link #turns}, from the rows of {@link ConversationRows#lastTurnsOfMine}. */
    List<Numbered> turns(List<Row> found) {
        return rows.turns(found);
    }

    /**
     * What waits for an answer, the earliest promise first. One query.
     *
     * @param participants for whom the employees are there
     * @param employees    of whom is also seen what was sent on to them, and not what was sent on to others
     *                     before its day has passed
     */
    @Transactional
    public List<Conversation> waiting(String municipality, Collection<String> participants, Collection<String> employees) {
        return rows.waiting(municipality, participants, employees, today(), MOST_WAITING);
    }

    /** What is open while nobody waits for an answer, the latest first. One query. For whom as in {@link #waiting}. */
    @Transactional
    List<Conversation> quiet(String municipality, Collection<String> participants, Collection<String> employees, boolean theirs) {
        return rows.quiet(municipality, participants, employees, theirs, today(), MOST_WAITING);
    }

    /** What it is to be looked at today whether it helped, as the person was promised. One query. For whom as in {@link #waiting}. */
    @Transactional
    List<PromisedLook> promisedLooks(String municipality, Collection<String> participants, Collection<String> employees) {
        return rows.promisedLooks(municipality, participants, employees, today(), MOST_WAITING);
    }

    /** The last turns before a position; in order. */
    @Transactional
    public List<Numbered> turns(ParticipantKey key, UUID id, int before, int most) {
        return rows.turns(key, id, before, most);
    }

    /** The turns after a position; in order. */
    @Transactional
    public List<Numbered> turnsAfter(ParticipantKey key, UUID id, int after, int most) {
        return rows.turnsAfter(key, id, after, most);
    }

    /** A turn of this conversation; empty when it has none with this id. */
    @Transactional
    Optional<Numbered> turn(ParticipantKey key, UUID id, UUID turn) {
        return rows.turn(key, id, turn);
    }

    /** The ids of this person's conversations in which there is something of somebody else's that they have not seen. */
    @Transactional
    public Set<UUID> unread(ParticipantKey key) {
        return rows.unread(key);
    }

    /** Whether a file was sent along in this conversation, by whichever side. */
    @Transactional
    public boolean hasFile(ParticipantKey key, UUID id, UUID file) {
        return rows.hasFile(key, id, file);
    }

    /**
     * Keeps that somebody has seen a conversation up to a position, and lets who has it open know at once.
     *
     * @param name {@code null} for the participant
     */
    @Transactional
    public void seen(ParticipantKey key, UUID id, String reader, String name, int position) {
        if (rows.seen(key, id, reader, name, position, clock.instant())) {
            rows.announce(key, id);
        }
    }

    /** Who has seen it, and up to where. */
    @Transactional
    public List<Reader> readers(ParticipantKey key, UUID id) {
        return rows.readers(key, id);
    }
}
