package nl.opkoers.contact;

import java.time.LocalDate;

/**
 * A conversation of mine as it stands in a list.
 *
 * @param unread whether something was said or done that I have not seen
 * @param passed whether the day has come before which an answer was promised
 */
public record MyConversation(Conversation conversation, boolean unread, boolean passed) {

    static MyConversation of(Conversation conversation, boolean unread, LocalDate today) {
        LocalDate before = conversation.standing().answerBefore();
        return new MyConversation(conversation, unread, before != null && !today.isBefore(before));
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
