package nl.opkoers.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.scope.OneAtATime;
import nl.opkoers.scope.Part;
import nl.opkoers.scope.Row;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;

/** Conversations and their turns in the database, all within the transaction of the caller. */
@ApplicationScoped
class ConversationRows {

    private static final String OWN = " where it.municipality = :municipality and it.participant = :participant";
    /** Whether somebody else said or did something in it that its person has not seen. */
    private static final String UNREAD = "exists (select from conversation_turn done where done.municipality = it.municipality"
            + " and done.participant = it.participant and done.conversation = it.id"
            + " and done.turn ->> 'turn' not in ('said', 'not-understood') and done.position > coalesce((select seen.position"
            + " from conversation_reader seen where seen.municipality = it.municipality and seen.participant = it.participant"
            + " and seen.conversation = it.id and seen.reader = it.participant), 0))";
    static final String STANDING = "select it.municipality, it.participant, cast(it.opening as text) as opening, it.open,"
            + " it.waiting_since, it.answer_before, it.theirs, it.assigned_to, it.assigned_name, it.turns, it.last_at,"
            + " it.contact, it.contact_name, it.closed_at from conversation it";

    private static final String OF_TURN = " from conversation_turn done where done.municipality = it.municipality"
            + " and done.participant = it.participant and done.conversation = it.id";

    /** What a page reads of a conversation at once. */
    private static final List<String> COLUMNS = List.of("it.opening", "it.open", "it.waiting_since", "it.answer_before", "it.theirs",
            "it.assigned_to", "it.assigned_name", "it.turns", "it.last_at", "it.contact", "it.contact_name", "it.closed_at");
    /** With whether there is something unread in it as the last one. */
    private static final List<String> WITH_UNREAD = Stream.concat(COLUMNS.stream(), Stream.of(UNREAD)).toList();

    /** A choice of this portal, in days: when what nobody promised comes to be as pressing as what is promised for that day. */
    private static final int WITHOUT_PROMISE = 14;
    /** Its day: the one that was promised, or else the one that counts as such. */
    private static final String DAY = "coalesce(answer_before, cast(waiting_since at time zone '" + Dates.AMSTERDAM + "' as date) + "
            + WITHOUT_PROMISE + ")";

    private final StatelessSession rows;
    private final ObjectMapper json;

    ConversationRows(StatelessSession rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    Optional<Conversation> find(ParticipantKey key, UUID id) {
        return one(STANDING + OWN + " and it.id = :id", key, id);
    }

    /** Holds a conversation until the end of the transaction: what is said in it at the same time waits. */
    Optional<Conversation> hold(ParticipantKey key, UUID id) {
        return one(STANDING + OWN + " and it.id = :id for update", key, id);
    }

    private Optional<Conversation> one(String query, ParticipantKey key, UUID id) {
        return own(rows.createNativeQuery(query, Tuple.class), key).setParameter("id", id)
                .getResultStream().map(this::conversation).findFirst();
    }

    List<Conversation> latest(ParticipantKey key, int after, int most) {
        return own(rows.createNativeQuery(STANDING + OWN + " order by it.last_at desc, it.id", Tuple.class), key)
                .setFirstResult(after).setMaxResults(most).getResultStream().map(this::conversation).toList();
    }

    /** The latest of who asks for a page, with whether there is something unread in each as the last column. */
    static Part latestOfMine(Set<String> pages, int most) {
        return new Part("conversations", pages, WITH_UNREAD,
                "conversation" + Part.MINE + " order by it.last_at desc, it.id limit " + most);
    }

    /** The latest in which who asks for a page waits for an answer about this; the columns are those of {@link #latestOfMine}. */
    static Part waitingOfMine(Set<String> pages, Topic topic) {
        return new Part("waiting-" + topic, pages, WITH_UNREAD, "conversation" + Part.MINE + " and it.waiting_since is not null"
                + " and it.opening ->> 'topic' = '" + topic + "' order by it.last_at desc, it.id limit 1");
    }

    /** Whether there is something unread in it: what a row of {@link #latestOfMine} has more than the others. */
    static boolean unread(Row row) {
        return row.truth(COLUMNS.size());
    }

    /** That of who asks for the page of it. */
    static Part oneOfMine(Set<String> pages) {
        return new Part("conversation", pages, COLUMNS, "conversation" + Part.MINE + " and it.id = " + Part.ID);
    }

    /** A row of either. */
    Conversation conversation(ParticipantKey key, Row row) {
        return new Conversation(key, read(row.text(0), Opening.class), new Standing(row.truth(1), row.moment(2), row.day(3), row.truth(4),
                row.text(5), row.text(6), (int) row.number(7), row.moment(8)),
                row.text(9) == null ? null : new Conversation.Contact(row.text(9), row.text(10)), row.moment(11));
    }

    /** The last turns of the conversation of which somebody asks for the page. */
    static Part lastTurnsOfMine(Set<String> pages, int most) {
        return new Part("turns", pages, List.of("it.position", "it.turn"), "conversation_turn" + Part.MINE
                + " and it.conversation = " + Part.ID + " order by it.position desc limit " + most);
    }

    /** Rows of that part; in order. */
    List<Numbered> turns(List<Row> found) {
        return found.stream().map(row -> new Numbered((int) row.number(0), read(row.text(1), Turn.class)))
                .sorted(Comparator.comparingInt(Numbered::position)).toList();
    }

    /** Who has seen the conversation of which somebody asks for the page. */
    static Part readersOfMine(Set<String> pages) {
        return new Part("readers", pages, List.of("it.reader", "it.name", "it.position", "it.at"),
                "conversation_reader" + Part.MINE + " and it.conversation = " + Part.ID);
    }

    /** A row of that part. */
    static Reader reader(Row row) {
        return new Reader(row.text(0), row.text(1), (int) row.number(2), row.moment(3));
    }

    /**
     * What these people, or who was sent on to these employees, wait for: the earliest promise first, and of one day first what cannot
     * wait long. What nobody promised stands where it would with a promise of two weeks, so that it does not wait for ever.
     */
    List<Conversation> waiting(String municipality, Collection<String> participants, Collection<String> employees,
            LocalDate today, int most) {
        return inbox("it.waiting_since is not null", municipality, participants, employees, today,
                DAY + ", coalesce(cast(cast(opening as jsonb) ->> 'urgent' as boolean), false) desc, waiting_since, id", most);
    }

    /** What is open while nobody waits, the latest first. */
    List<Conversation> quiet(String municipality, Collection<String> participants, Collection<String> employees, boolean theirs,
            LocalDate today, int most) {
        return inbox("it.open and it.waiting_since is null and " + (theirs ? "it.theirs" : "not it.theirs"), municipality,
                participants, employees, today, "last_at desc, id", most);
    }

    /** What was sent on to a colleague comes back to whose people they are when its day has passed: the colleague may have left. */
    private List<Conversation> inbox(String which, String municipality, Collection<String> participants,
            Collection<String> employees, LocalDate today, String order, int most) {
        String columns = STANDING.replace("select ", "select it.id, ") + " where it.municipality = :municipality and " + which;
        return rows.createNativeQuery("with mine as (" + columns + " and it.participant = any(:participants)"
                        + " and (it.assigned_to is null or it.assigned_to = any(:employees)"
                        + " or it.waiting_since is not null and " + DAY + " <= :today)"
                        + " union " + columns + " and it.assigned_to = any(:employees))"
                        + " select * from mine order by " + order, Tuple.class)
                .setParameter("municipality", municipality)
                .setParameter("participants", participants.toArray(String[]::new))
                .setParameter("employees", employees.toArray(String[]::new)).setParameter("today", today)
                .setMaxResults(most).getResultStream().map(this::conversation).toList();
    }

    /**
     * What is open of these people, or was sent on to these employees, of which a day was promised on which it is looked at, while
     * nobody of the municipality has said anything since that day came; the earliest first.
     */
    List<PromisedLook> promisedLooks(String municipality, Collection<String> participants, Collection<String> employees,
            LocalDate today, int most) {
        String open = STANDING.replace("select ", "select it.id, ")
                + " where it.municipality = :municipality and it.open and it.turns > 1";
        return rows.createNativeQuery("with mine as (" + open + " and it.participant = any(:participants)"
                        + " union " + open + " and it.assigned_to = any(:employees))"
                        + " select it.*, sent.on_day from mine it cross join lateral (select done.position,"
                        + " cast(done.turn ->> 'on' as date) as on_day" + OF_TURN + " and done.turn ->> 'turn' = 'referred'"
                        + " and done.turn ->> 'on' is not null order by done.position desc limit 1) sent"
                        + " where sent.on_day <= :today and not exists (select" + OF_TURN + " and done.position > sent.position"
                        + " and done.turn ->> 'turn' in ('answered', 'closed')"
                        + " and cast(done.at at time zone '" + Dates.AMSTERDAM + "' as date) >= sent.on_day)"
                        + " order by sent.on_day, it.id", Tuple.class)
                .setParameter("municipality", municipality)
                .setParameter("participants", participants.toArray(String[]::new))
                .setParameter("employees", employees.toArray(String[]::new)).setParameter("today", today)
                .setMaxResults(most).getResultStream()
                .map(row -> new PromisedLook(conversation(row), row.get("on_day", LocalDate.class))).toList();
    }

    /**
     * The open ones of this person for which somebody else was the contact, or in which they wait and no day is promised; held until the
     * end of the transaction.
     */
    List<Conversation> withOtherContactOrNoPromise(ParticipantKey key, String employee) {
        return own(rows.createNativeQuery(STANDING + OWN + " and it.open and (it.contact is distinct from :employee"
                + " or it.waiting_since is not null and it.answer_before is null) order by it.id for update", Tuple.class), key)
                .setParameter("employee", employee).getResultStream().map(this::conversation).toList();
    }

    /** Promises a day where somebody waits and none was promised: what the turns come to does not change by it. */
    void promise(ParticipantKey key, UUID id, LocalDate before) {
        own(rows.createNativeMutationQuery("update conversation it set answer_before = :before" + OWN
                + " and it.id = :id and it.waiting_since is not null and it.answer_before is null"), key)
                .setParameter("id", id).setParameter("before", before).executeUpdate();
    }

    /** Keeps who is the contact now. */
    void contact(ParticipantKey key, UUID id, Conversation.Contact contact) {
        own(rows.createNativeMutationQuery("update conversation it set contact = :contact, contact_name = :name" + OWN
                + " and it.id = :id"), key)
                .setParameter("id", id).setParameter("contact", contact.id()).setParameter("name", contact.name()).executeUpdate();
    }

    /** Tells every node, once this is committed, that there is something new to read. */
    void announce(ParticipantKey key, UUID id) {
        rows.createNativeQuery("select cast(pg_notify(:channel, :place) as text)", String.class)
                .setParameter("channel", Live.CHANNEL).setParameter("place", Live.place(key, id)).getSingleResult();
    }

    /** Until the end of the transaction nobody else asks in the name of this person. */
    void onlyOneAtATime(ParticipantKey key) {
        OneAtATime.in(rows, "help " + key.municipality() + " " + key.participant());
    }

    /** Begins one, unless it was begun already. */
    boolean begin(ParticipantKey key, Opening opening, Conversation.Contact contact) {
        return own(rows.createNativeMutationQuery("insert into conversation (municipality, participant, id, opening, open, theirs,"
                + " turns, contact, contact_name, opened_at, last_at) values (:municipality, :participant, :id, cast(:opening as jsonb),"
                + " true, false, 0, cast(:contact as text), cast(:name as text), :at, :at) on conflict do nothing"), key)
                .setParameter("contact", contact == null ? null : contact.id())
                .setParameter("name", contact == null ? null : contact.name())
                .setParameter("id", opening.id()).setParameter("opening", write(opening, Opening.class))
                .setParameter("at", opening.at()).executeUpdate() == 1;
    }

    /** How many this person began since a moment, without those that the municipality began. */
    long begunSince(ParticipantKey key, Instant moment) {
        return own(rows.createNativeQuery("select count(*) from conversation it" + OWN + " and it.opened_at >= :moment"
                + " and not jsonb_exists(it.opening, 'begun')", Long.class), key)
                .setParameter("moment", moment).getSingleResult();
    }

    /** Whether this turn was taken already, in whichever conversation of this person. */
    boolean has(ParticipantKey key, UUID turn) {
        return !own(rows.createNativeQuery("select 1 from conversation_turn it" + OWN + " and it.id = :id", Integer.class), key)
                .setParameter("id", turn).getResultList().isEmpty();
    }

    /** Adds a turn, and how the conversation stands after it. */
    void add(ParticipantKey key, UUID id, Turn turn, Standing after) {
        own(rows.createNativeMutationQuery("insert into conversation_turn (municipality, participant, conversation, position, id,"
                + " turn, at) values (:municipality, :participant, :conversation, :position, :id, cast(:turn as jsonb), :at)"), key)
                .setParameter("conversation", id).setParameter("position", after.turns()).setParameter("id", turn.id())
                .setParameter("turn", write(turn, Turn.class)).setParameter("at", turn.at()).executeUpdate();
        own(rows.createNativeMutationQuery("update conversation it set open = :open, waiting_since = cast(:waiting as timestamptz),"
                + " answer_before = cast(:before as date), theirs = :theirs, assigned_to = cast(:to as text),"
                + " assigned_name = cast(:name as text), turns = :turns, last_at = :at,"
                + " closed_at = case when :open then it.closed_at else :at end" + OWN + " and it.id = :id"), key)
                .setParameter("id", id).setParameter("open", after.open()).setParameter("waiting", after.waitingSince())
                .setParameter("before", after.answerBefore()).setParameter("theirs", after.theirs())
                .setParameter("to", after.assignedTo()).setParameter("name", after.assignedName())
                .setParameter("turns", after.turns()).setParameter("at", after.lastAt()).executeUpdate();
    }

    /**
     * The turns before a position, the last ones; in order.
     *
     * @param before the position of the first turn that is not asked for
     */
    List<Numbered> turns(ParticipantKey key, UUID id, int before, int most) {
        List<Numbered> latestFirst = turns(key, id, " and it.position < :bound order by it.position desc", before, most);
        List<Numbered> inOrder = new ArrayList<>(latestFirst);
        Collections.reverse(inOrder);
        return List.copyOf(inOrder);
    }

    /** The turns after a position; in order. */
    List<Numbered> turnsAfter(ParticipantKey key, UUID id, int after, int most) {
        return turns(key, id, " and it.position > :bound order by it.position", after, most);
    }

    private List<Numbered> turns(ParticipantKey key, UUID id, String which, int bound, int most) {
        return own(rows.createNativeQuery("select it.position, cast(it.turn as text) as turn from conversation_turn it" + OWN
                + " and it.conversation = :id" + which, Tuple.class), key)
                .setParameter("id", id).setParameter("bound", bound).setMaxResults(most).getResultStream()
                .map(this::numbered).toList();
    }

    private Numbered numbered(Tuple row) {
        return new Numbered(row.get("position", Integer.class), read(row.get("turn", String.class), Turn.class));
    }

    /** A turn of this conversation; empty when it has none with this id. */
    Optional<Numbered> turn(ParticipantKey key, UUID id, UUID turn) {
        return own(rows.createNativeQuery("select it.position, cast(it.turn as text) as turn from conversation_turn it" + OWN
                + " and it.conversation = :id and it.id = :turn", Tuple.class), key)
                .setParameter("id", id).setParameter("turn", turn).getResultStream().map(this::numbered).findFirst();
    }

    /** In which of this person's conversations somebody else said or did something that this person has not seen. */
    Set<UUID> unread(ParticipantKey key) {
        return Set.copyOf(own(rows.createNativeQuery("select distinct it.conversation from conversation_turn it"
                + " left join conversation_reader seen on seen.municipality = it.municipality and seen.participant = it.participant"
                + " and seen.conversation = it.conversation and seen.reader = it.participant" + OWN
                + " and it.position > coalesce(seen.position, 0) and it.turn ->> 'turn' not in ('said', 'not-understood')", UUID.class),
                key).getResultList());
    }

    /** Whether a file was sent along in this conversation, by whichever side. */
    boolean hasFile(ParticipantKey key, UUID id, UUID file) {
        return !own(rows.createNativeQuery("select 1 from conversation_turn it" + OWN + " and it.conversation = :id"
                + " and jsonb_exists(it.turn -> 'files', :file)", Integer.class), key)
                .setParameter("id", id).setParameter("file", file.toString()).getResultList().isEmpty();
    }

    /** Keeps that a reader has seen it up to a position, never back to an earlier one; whether that is further than before. */
    boolean seen(ParticipantKey key, UUID id, String reader, String name, int position, Instant at) {
        return own(rows.createNativeMutationQuery("insert into conversation_reader as it (municipality, participant, conversation, reader,"
                + " name, position, at) values (:municipality, :participant, :id, :reader, cast(:name as text), :position, :at)"
                + " on conflict (municipality, participant, conversation, reader) do update set position = excluded.position,"
                + " name = excluded.name, at = excluded.at where it.position < excluded.position"), key)
                .setParameter("id", id).setParameter("reader", reader).setParameter("name", name)
                .setParameter("position", position).setParameter("at", at).executeUpdate() == 1;
    }

    List<Reader> readers(ParticipantKey key, UUID id) {
        return own(rows.createNativeQuery("select it.reader, it.name, it.position, it.at from conversation_reader it" + OWN
                + " and it.conversation = :id", Tuple.class), key).setParameter("id", id).getResultStream()
                .map(row -> new Reader(row.get("reader", String.class), row.get("name", String.class),
                        row.get("position", Integer.class), row.get("at", Instant.class)))
                .toList();
    }

    private static <Q extends CommonQueryContract> Q own(Q query, ParticipantKey key) {
        query.setParameter("municipality", key.municipality());
        query.setParameter("participant", key.participant());
        return query;
    }

    Conversation conversation(Tuple row) {
        return new Conversation(new ParticipantKey(row.get("municipality", String.class), row.get("participant", String.class)),
                read(row.get("opening", String.class), Opening.class),
                new Standing(row.get("open", Boolean.class), row.get("waiting_since", Instant.class),
                        row.get("answer_before", LocalDate.class), row.get("theirs", Boolean.class),
                        row.get("assigned_to", String.class), row.get("assigned_name", String.class),
                        row.get("turns", Integer.class), row.get("last_at", Instant.class)),
                row.get("contact", String.class) == null ? null
                        : new Conversation.Contact(row.get("contact", String.class), row.get("contact_name", String.class)),
                row.get("closed_at", Instant.class));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("what was said cannot be read", unreadable);
        }
    }

    /** As the type that is asked for and not as what it happens to be, so that a turn says which it is. */
    private String write(Object value, Class<?> type) {
        try {
            return json.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was said cannot be written", impossible);
        }
    }
}
