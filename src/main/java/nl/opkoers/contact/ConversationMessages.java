package nl.opkoers.contact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of conversations, in {@code translations/messages/messages_<language>.properties}. */
@MessageBundle("messages")
public interface ConversationMessages {

    // What was said and done in a conversation

    @Message String mine();

    @Message String photo();

    @Message String pdf();

    @Message String asks_back();

    @Message String rest_before(String date);

    @Message String unclear();

    @Message String unclear_asked();

    @Message String unclear_by(String name);

    @Message String referred(String to, String by);

    @Message String referred_outside(String to, String by);

    @Message String look_on(String date);

    @Message String handed_over(String to, String by);

    @Message String taken_over(String to);

    @Message String taken_over_from(String to, String from);

    @Message String closed(Closing reason);

    @Message String done_by(String name);

    @Message String seen_by(String names);

    @Message String unseen();
}
