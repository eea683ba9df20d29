package nl.opkoers.contact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages on which coaches read questions for help, in {@code translations/messages/questions_<language>.properties}. */
@MessageBundle("questions")
public interface QuestionsMessages {

    // Where a coach arrives

    @Message String count(int n);

    @Message String to_questions();

    // The questions

    @Message String title();

    @Message String lead();

    @Message String stays(int n);

    @Message String before(String date);

    @Message String overdue(String date);

    @Message String no_promise();

    @Message String interpreter();

    @Message String more(int n);

    // One question

    @Message String from(String name);

    @Message String sent_title();

    @Message String sent_nothing();

    @Message String sent_courses();

    @Message String sent_gone();

    @Message String sent_total(String amount);

    @Message String back();
}
