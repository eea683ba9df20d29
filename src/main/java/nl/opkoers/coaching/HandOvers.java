package nl.opkoers.coaching;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.opkoers.contact.Conversation;
import nl.opkoers.contact.ConversationAccess;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Spoken;
import nl.opkoers.contact.Turn;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;

/** Lets a colleague answer from now on, visibly for the person whose conversation it is. Done twice it is done once. */
@RequestScoped
class HandOvers {

    private final ConversationAccess access;
    private final Conversations conversations;
    private final SignedIn signedIn;
    private final Clock clock;

    HandOvers(ConversationAccess access, Conversations conversations, SignedIn signedIn, Clock clock) {
        this.access = access;
        this.conversations = conversations;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** What is open and mine to answer. */
    List<Conversation> mine() {
        return access.mine();
    }

    /** Hands over one that I may read. @param form without mistakes */
    Spoken one(Conversation conversation, Conversation.Contact to, HandOverForm form) {
        return conversations.answer(conversation.key(), conversation.opening().id(), turn(conversation, to, form), form.seen());
    }

    /**
     * Hands over all that is open and mine to answer, together or not at all. In the order in which whoever else holds more than
     * one holds them: otherwise two would wait for each other.
     *
     * @param form without mistakes
     */
    @Transactional
    void all(Conversation.Contact to, HandOverForm form) {
        mine().stream().sorted(Comparator.comparing((Conversation each) -> each.key().participant())
                .thenComparing(each -> each.opening().id().toString())).forEach(conversation -> conversations.answer(
                        conversation.key(), conversation.opening().id(), turn(conversation, to, form), Integer.MAX_VALUE));
    }

    /** Whether I handed one over by this very form, also when I may not read it any more because of that. */
    boolean isDone(String participant, UUID conversation, HandOverForm form) {
        return access.took(participant, conversation, turnId(conversation, form));
    }

    /** The same form with the same in it makes the same turn; by the way back to another colleague it is another one. */
    private static UUID turnId(UUID conversation, HandOverForm form) {
        return UUID.nameUUIDFromBytes((form.id() + " " + conversation + " " + form.to() + "\n" + form.note())
                .getBytes(StandardCharsets.UTF_8));
    }

    private Turn.HandedOver turn(Conversation conversation, Conversation.Contact to, HandOverForm form) {
        Session me = signedIn.coach();
        return new Turn.HandedOver(turnId(conversation.opening().id(), form), clock.instant(), me.person(), me.shownName(), to.id(),
                to.name(), form.note().isEmpty() ? null : form.note());
    }
}
