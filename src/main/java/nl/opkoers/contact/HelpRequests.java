package nl.opkoers.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;

/** Questions for help that people ask on the page where they need it, without a word of their own: each begins a conversation. */
@ApplicationScoped
public class HelpRequests {

    /** More than somebody has open. */
    private static final int MOST_LOOKED_AT = 60;

    private final Conversations conversations;
    private final ConversationRows rows;
    private final Helper helper;
    private final Clock clock;

    HelpRequests(Conversations conversations, ConversationRows rows, Helper helper, Clock clock) {
        this.conversations = conversations;
        this.rows = rows;
        this.helper = helper;
        this.clock = clock;
    }

    /**
     * Asks, unless the same was asked and is not answered yet.
     *
     * @return where it is read: that of the earlier one when it was asked already; empty when this person has begun more conversations
     *         today than anybody needs to
     */
    public Optional<String> ask(ParticipantKey key, HelpRequest request) {
        Conversation.Contact contact = helper.contact().orElse(null);
        LocalDate before = helper.expected().before();
        return QuarkusTransaction.joiningExisting().call(() -> {
            // In many tabs at once it is asked once: the others wait, and find it.
            rows.onlyOneAtATime(key);
            return open(key, request).or(() -> begin(key, request, before, contact));
        });
    }

    /**
     * Asks in words. Sent twice, it is asked once.
     *
     * @param id       made with the form
     * @param language in which the person wants to speak of it
     * @param written  in which the words are
     * @return where it is read; empty when this person has begun more conversations today than anybody needs to
     */
    public Optional<String> ask(ParticipantKey key, UUID id, Topic topic, Language language, Language written, String words) {
        Instant now = clock.instant();
        Opening opening = new Opening(id, now, topic, false, false, language.tag(), false, null, null, null, null);
        OwnWords own = OwnWords.of(words);
        Turn.Said first = new Turn.Said(own.turn(id, null), now, written.tag(), own.orNull(), List.of(), helper.expected().before());
        return begin(key, opening, first, helper.contact().orElse(null));
    }

    private Optional<String> begin(ParticipantKey key, HelpRequest request, LocalDate before, Conversation.Contact contact) {
        Instant now = clock.instant();
        UUID id = id(key, request);
        Opening opening = new Opening(id, now, request.topic(), false, request.confidential(), request.language().tag(),
                request.interpreter(), null, null, null, request.attachment());
        UUID first = new OwnWords("").turn(id, null);
        return begin(key, opening, new Turn.Said(first, now, request.language().tag(), null, List.of(), before), contact);
    }

    private Optional<String> begin(ParticipantKey key, Opening opening, Turn.Said first, Conversation.Contact contact) {
        Spoken spoken = conversations.begin(key, opening, first, contact);
        return spoken.outcome() == Spoken.Outcome.MANYTODAY ? Optional.empty() : Optional.of(ThreadPage.address(opening.id()) + "?sent=yes");
    }

    /** Where what this person asked about this is read, while an answer is still to be waited for. */
    public Optional<String> open(ParticipantKey key, Topic topic) {
        return waiting(key, topic).stream().findFirst().map(HelpRequests::address);
    }

    private Optional<String> open(ParticipantKey key, HelpRequest request) {
        return waiting(key, request.topic()).stream()
                .filter(asked -> isSame(asked.opening(), request))
                .findFirst().map(HelpRequests::address);
    }

    /** The same form that asks something else, by the way back, is another question. */
    private UUID id(ParticipantKey key, HelpRequest request) {
        return rows.find(key, request.id()).filter(asked -> !isSame(asked.opening(), request))
                .map(asked -> UUID.nameUUIDFromBytes((request.id() + " " + request.confidential() + " " + path(request.attachment()))
                        .getBytes(StandardCharsets.UTF_8)))
                .orElseGet(request::id);
    }

    /**
     * Whoever finds it too much asks the same, whichever week goes along. What is asked in confidence is not the same as what others may
     * read along.
     */
    private static boolean isSame(Opening asked, HelpRequest request) {
        return (asked.confidential() || !request.confidential())
                && (request.topic() == Topic.TOOMUCH || Objects.equals(path(asked.attachment()), path(request.attachment())));
    }

    private List<Conversation> waiting(ParticipantKey key, Topic topic) {
        return conversations.latest(key, MOST_LOOKED_AT).stream()
                // What the person wrote back to something that they were told is not what they ask here.
                .filter(asked -> asked.opening().begun() == null)
                .filter(asked -> asked.standing().isWaiting() && asked.opening().topic() == topic).toList();
    }

    private static String address(Conversation asked) {
        return ThreadPage.address(asked.opening().id());
    }

    private static String path(HelpRequest.Attachment attachment) {
        return attachment == null ? null : attachment.address();
    }
}
