package nl.opkoers.contact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import nl.opkoers.municipality.Delivery;

/** The texts about asking for help, in {@code translations/messages/help_<language>.properties}. */
@MessageBundle("help")
public interface HelpMessages {

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

    @Message String nobody();

    // What was asked

    @Message String state(Delivery.Step step);

    @Message String passed(String date);

    @Message String call();

    @Message String language_is(String language);

    @Message String interpreter_is();

    @Message String attached();

    @Message String attached_text();

    @Message String hours(WeekHours.Sort sort);

    @Message String hours_total();

    // About what

    @Message String need();

    @Message String topics_lead();

    @Message String to_people();

    @Message String draft_waits(String topic);

    @Message String draft_go_on();

    @Message String too_long(String n);

    @Message String many_today();

    @Message String feeling_lead();

    @Message String feeling_contact();

    @Message String feeling_danger();

    @Message String letter_lead();

    @Message String costs_door();

    // In own words or not

    @Message String words();

    @Message String words_about();

    @Message String urgent();

    @Message String urgent_today(String name);

    @Message String confidential();

    @Message String confidential_about();

    /** What the municipality's own records get of a question. */
    @Message String registered();

    @Message String registered_topic();

    @Message String registered_no_topic();

    @Message String more();

    @Message String call_back();

    @Message String call_number();

    @Message String call_not();

    @Message String call_when(Opening.CallBack when);

    @Message String helper();

    @Message String helper_any();

    @Message String gender();

    @Message String gender_who(Opening.Gender who);

    @Message String goes_to(String name);

    @Message String goes();

    @Message String keep();

    @Message String forget();

    @Message String other_topic();
}
