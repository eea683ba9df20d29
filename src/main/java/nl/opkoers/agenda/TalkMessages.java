package nl.opkoers.agenda;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about saying that it is too much, in {@code translations/messages/talk_<language>.properties}. */
@MessageBundle("talk")
public interface TalkMessages {

    @Message String title();

    @Message String too_much();

    @Message String lead();

    // The week

    @Message String week_unknown();

    @Message String with_week();

    @Message String with_work();

    // What was asked

    @Message String said();

    @Message String asked(String date);

    @Message String see();

    // What was asked before that began a conversation

    @Message String arrived();

    @Message String expect_later(int n);

    @Message String with_text();
}
