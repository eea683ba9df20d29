package nl.opkoers.contact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The standard sentences, and the texts with which one is chosen, in {@code translations/messages/phrase_<language>.properties}.
 */
@MessageBundle("phrase")
public interface PhraseMessages {

    // Appointments

    @Message String appointment(String date, String time, String place);

    @Message String appointment_moved(String date, String time, String place);

    @Message String appointment_off(String date);

    @Message String bring_id();

    @Message String call_you(String date, String from, String until);

    @Message String want_interpreter();

    @Message String interpreter_comes(String language);

    @Message String cannot_come();

    // Lessons

    @Message String lesson_off(String date);

    @Message String lesson_first(String date, String time, String place);

    @Message String lesson_time(String date, String time);

    @Message String not_there();

    // Questions

    @Message String question_read(String date);

    @Message String more_time(String date);

    @Message String thanks();

    @Message String nothing_to_do();

    @Message String tell_more();

    // Hours

    @Message String hours_approved();

    @Message String hours_lack(String reason);

    @Message String hours_looking(String date);

    // Exams

    @Message String exam_planned(String date, String time);

    @Message String exam_register(String part, String date);

    @Message String exam_result(String part);

    @Message String congratulations();

    @Message String not_yet();

    // Letters

    @Message String letter_photo(String organisation);

    @Message String letter_read();

    @Message String letter_answer(String organisation, String date);

    // The plan

    @Message String plan_ready(String date);

    @Message String plan_change();

    // School

    @Message String school_place(String school, String date);

    @Message String school_waiting();

    @Message String school_registered(String school);

    @Message String childcare();

    // Costs

    @Message String travel_costs();

    @Message String costs_paid();

    @Message String costs_wait();

    // How it goes

    @Message String how_are_you();

    @Message String how_is_school();

    // Somebody else

    @Message String ask_elsewhere(String organisation);

    @Message String refer_organisation(String organisation);

    @Message String refer_person(String name);

    // Away

    @Message String away(String date, String substitute);

    @Message String back();

    @Message String new_contact(String name);

    // A sentence that cannot be shown

    @Message String unknown(String code);

    // Choosing one

    @Message String group(PhraseGroup group);

    @Message String slot(Slot slot);

    @Message String own_reason();

    @Message String mistake(PhraseForm.Mistake mistake);

    // What fills some places

    @Message String reason(Lacking reason);

    @Message String language(SpokenLanguage language);
}
