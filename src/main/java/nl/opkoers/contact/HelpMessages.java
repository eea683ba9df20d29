package nl.opkoers.contact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import nl.opkoers.municipality.Delivery;

/** The texts about asking for help, in {@code translations/messages/help_<language>.properties}. */
@MessageBundle("help")
public interface HelpMessages {

    @Message String title(HelpRequest.Topic topic);

    // The form

    @Message String language();

    @Message String interpreter();

    @Message String interpreter_dutch();

    @Message String mistakes_title();

    @Message String send();

    // Who reads it

    @Message String readers_title();

    @Message String reader_named(String name);

    @Message String reader();

    @Message String reader_sees();

    @Message String expect(String date);

    @Message String expect_none();

    // What was asked

    @Message String state(Delivery.Step step);

    @Message String asked(String date);

    @Message String expect_later(int n);

    @Message String passed(String date);

    @Message String call();

    @Message String language_is(String language);

    @Message String interpreter_is();

    @Message String attached();

    @Message String attached_text();
}
