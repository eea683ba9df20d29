package nl.opkoers.agenda;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about asking for a talk, in {@code translations/messages/talk_<language>.properties}. */
@MessageBundle("talk")
public interface TalkMessages {

    @Message String title();

    @Message String too_much();

    @Message String lead();

    @Message String readers_title();

    @Message String reader_named(String name);

    @Message String reader();

    @Message String reader_sees();

    // The week

    @Message String hours(Entry.Sort sort);

    @Message String hours_total();

    @Message String week_unknown();

    @Message String with_week();

    @Message String with_work();

    @Message String with_text();

    // How to talk

    @Message String language();

    @Message String interpreter();

    @Message String interpreter_dutch();

    // What was asked

    @Message String asked(String date);

    @Message String arrived();

    @Message String expect(String date);

    @Message String expect_later(int n);

    @Message String expect_none();

    @Message String passed(String date);

    @Message String call();

    @Message String language_is(String language);

    @Message String interpreter_is();

    @Message String see();
}
