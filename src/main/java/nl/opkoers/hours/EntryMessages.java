package nl.opkoers.hours;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of the form in which somebody logs hours, in {@code translations/messages/entry_<language>.properties}. A method
 * with a constant has a text for each: {@code activity_SPORT} is the word for {@code SPORT}.
 */
@MessageBundle("entry")
public interface EntryMessages {

    // The form

    @Message String title();

    @Message String title_change();

    @Message String what();

    @Message String activity(Activity activity);

    @Message String when();

    @Message String today();

    @Message String yesterday();

    @Message String other_day();

    @Message String date();

    @Message String how_long();

    @Message String other_length();

    @Message String from_until();

    @Message String hours();

    @Message String minutes();

    @Message String from();

    @Message String until();

    @Message String dutch();

    @Message String spoke(SpokeDutch spoke);

    @Message String more();

    @Message String kind();

    @Message String goal();

    @Message String goal_none();

    @Message String place();

    @Message String with();

    @Message String note();

    @Message String photo();

    @Message String send();

    @Message String keep();

    @Message String back();

    // What is asked and what is wrong

    @Message String wrong_title();

    @Message String wrong_text();

    @Message String mistake(Mistake mistake);

    @Message String sent_before();

    @Message String question_title();

    @Message String question(Question question);

    @Message String sure();

    // A whole week

    @Message String week_title();

    @Message String week_lead();

    @Message String week_of(String date);

    @Message String week_none();

    @Message String week_first();

    @Message String week_choose();

    @Message String week_this();

    @Message String week_last();

    @Message String week_each();
}
