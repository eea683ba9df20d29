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

    // How a conversation stands

    @Message String before(String date);

    @Message String is_closed();

    @Message String your_turn();

    @Message String answered();

    @Message String told();

    @Message String begun(String name);

    @Message String substitute(String name, String substitute);

    @Message String substitute_until(String name, String substitute, String date);

    @Message String with(String name);

    @Message String sent_to(String name);

    @Message String sent();

    @Message String readers();

    @Message String readers_private();

    // My conversations

    @Message String fresh();

    @Message String none();

    @Message String back();

    @Message String older();

    @Message String latest();

    // Saying more

    @Message String say();

    @Message String say_again();

    @Message String add_file();

    @Message String reply_empty();

    @Message String sending();

    @Message String waits_for_net();

    @Message String was_sent();
}
