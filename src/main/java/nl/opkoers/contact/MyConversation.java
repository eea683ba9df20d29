package nl.opkoers.contact;

import java.time.LocalDate;
import nl.opkoers.dossier.Waiting;
import nl.opkoers.language.Dates;

/**
 * A conversation of mine as it stands in a list.
 *
 * @param unread whether something was said or done that I have not seen
 * @param passed whether the day has come before which an answer was promised
 */
public record MyConversation(Conversation conversation, boolean unread, boolean passed) {

    static MyConversation of(Conversation conversation, boolean unread, LocalDate today) {
        return new MyConversation(conversation, unread, conversation.standing().isOverdue(today));
    }

    /** Whether I was asked something that I did not answer yet. */
    public boolean isMyTurn() {
        return conversation.standing().theirs();
    }

    /** Whether it is nobody's business what it is about, or nothing to be met with unasked. */
    public boolean isDiscreet() {
        Opening opening = conversation.opening();
        return opening.confidential() || opening.topic().isSensitive() || opening.topic() == Topic.LOAN;
    }

    /**
     * Whether a question of which the municipality tells is this one: it was told the subject and the day, and may have given
     * what was 'something else' a name of its own. Versions before this one told the subject of what is private too.
     */
    boolean isToldAs(Waiting told) {
        Opening opening = conversation.opening();
        return opening.begun() == null && told.kind() == Waiting.Kind.ANSWER
                && Dates.dayOf(opening.at()).equals(told.since())
                && (opening.topic() == Topic.OTHER || opening.about().equals(told.detail())
                        || opening.topic().about().equals(told.detail()));
    }

    /** Whether I wait for an answer about this. */
    boolean isWaitingAbout(Topic topic) {
        return conversation.standing().isWaiting() && conversation.opening().topic() == topic;
    }

    /** Where it is read. */
    public String address() {
        return ThreadPage.address(conversation.opening().id());
    }

    /** Who answers, as far as the conversation itself tells; {@code null} when it does not. */
    public String with() {
        if (conversation.standing().assignedName() != null) {
            return conversation.standing().assignedName();
        }
        return conversation.contact() == null ? null : conversation.contact().name();
    }
}
