package nl.opkoers.contact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page on which a coach answers, in {@code translations/messages/answering_<language>.properties}. */
@MessageBundle("answering")
public interface AnsweringMessages {

    // The conversation

    @Message String title(String name);

    @Message String earlier();

    @Message String latest();

    @Message String no_plan();

    @Message String plan_unknown();

    @Message String person(String name);

    @Message String late();

    @Message String fresh();

    @Message String back();

    // What was sent along

    @Message String sent_title();

    @Message String sent_courses();

    @Message String sent_gone();

    @Message String sent_total(String amount);

    @Message String sent_part();

    // Answering

    @Message String answer_title();

    @Message String sentence();

    @Message String sentence_help(String language);

    @Message String sentence_choose();

    @Message String sentence_other();

    @Message String text();

    @Message String text_help();

    @Message String text_language();

    @Message String file();

    @Message String how_title();

    @Message String how(ActForm.How how);

    @Message String before();

    @Message String before_help();

    @Message String look();

    @Message String preview_title(String language);

    @Message String send();

    // Beginning a conversation

    @Message String write_title(String name);

    @Message String write_lead();

    @Message String write_topic_help();

    @Message String write_no_topic();

    @Message String write_what();

    @Message String write_how();

    @Message String write_tell();

    @Message String write_ask();

    // Sending on

    @Message String refer_title();

    @Message String refer_help();

    @Message String refer_to();

    @Message String refer_nobody();

    @Message String refer_outside();

    @Message String refer_on();

    @Message String refer_on_help();

    @Message String refer_send();

    @Message String note();

    @Message String note_help();

    // Closing

    @Message String close_title();

    @Message String close_help();

    @Message String close_send();

    // Reminding

    @Message String remind_title();

    @Message String remind_help();

    @Message String remind_on();

    @Message String remind_note();

    @Message String remind_send();

    @Message String remind_is(String date);

    @Message String remind_forget();

    // What is wrong with a form

    @Message String mistakes_title();

    @Message String mistake(ActForm.Mistake mistake);
}
