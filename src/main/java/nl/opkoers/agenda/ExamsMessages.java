package nl.opkoers.agenda;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about the official exams, in {@code translations/messages/exams_<language>.properties}. */
@MessageBundle("exams")
public interface ExamsMessages {

    @Message String title();

    @Message String lead();

    @Message String official();

    @Message String official_text();

    @Message String school_test();

    @Message String school_test_text();

    @Message String completed();

    @Message String finished();

    @Message String none();

    @Message String no_plan();

    @Message String education();

    @Message String to_plan();

    @Message String first_title();

    @Message String stage(ExamCard.Stage stage);

    @Message String result_by(String date);

    @Message String result_unknown();

    @Message String free_unknown();

    @Message String free_rule(int n);

    // Counting back from the end of the term

    @Message String book_room(String date);

    @Message String book_just(String date);

    @Message String book_late(String date);

    @Message String on_room();

    @Message String on_just();

    @Message String on_late(String date);

    @Message String estimate();

    @Message String no_date();

    @Message String missing(ExamOutlook.Missing missing);

    @Message String basis_ask();

    @Message String basis_result(String period);

    @Message String basis_exam_by(String date);

    @Message String basis_waiting(String period);

    @Message String basis_waiting_unknown();

    @Message String basis_lead(String period);

    @Message String basis_last(String date);

    @Message String basis_retakes(int n);

    @Message String basis_sensible(String date);

    // What an exam is like

    @Message String about_ask();

    @Message String register_title();

    @Message String register();

    @Message String practise_title();

    @Message String practise();

    @Message String format_title();

    @Message String format_minutes(String time);

    @Message String format_questions(int n);

    @Message String format_tasks(int n);

    @Message String format_questions_unknown();

    @Message String level_unknown();

    @Message String price_title();

    @Message String price_level();

    @Message String move_title();

    @Message String move_until(String date);

    @Message String move_passed(String date);

    @Message String move_differ();

    @Message String move_before(String period);

    // When it no longer fits

    @Message String late_title();

    @Message String late_text();

    @Message String extension();

    @Message String late_decides();
}
