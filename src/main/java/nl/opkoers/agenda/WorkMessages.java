package nl.opkoers.agenda;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts about people's own work, in {@code translations/messages/work_<language>.properties}. A method with a constant
 * has a text for each: {@code kind_WEEKLY} is the name of {@code WEEKLY}.
 */
@MessageBundle("work")
public interface WorkMessages {

    // What is known

    @Message String title();

    @Message String lead();

    @Message String who();

    @Message String benefit(String time);

    @Message String none();

    @Message String add();

    @Message String full(String most);

    @Message String change();

    @Message String remove();

    @Message String saved();

    @Message String removed();

    @Message String put_back();

    @Message String to_agenda();

    // A pattern in words

    @Message String every_week(String days, String times);

    @Message String every_other_week(String days, String times);

    @Message String working_week(String date);

    @Message String days_two(String first, String last);

    @Message String days_more(String first, String rest);

    @Message String days_on(int n);

    @Message String days_off(int n);

    @Message String shifts(String on, String off);

    @Message String counted_from(String date);

    @Message String on_date(String date, String times);

    @Message String until_next_day(String times);

    @Message String past();

    // Which kind of work

    @Message String choice_title();

    @Message String choice_lead();

    @Message String choice_unknown();

    @Message String kind(WorkKind kind);

    @Message String kind_text(WorkKind kind);

    // The form

    @Message String how(WorkKind kind);

    @Message String working_day();

    @Message String first_day();

    @Message String shift_on();

    @Message String shift_off();

    @Message String shift_times();

    @Message String row(String number);

    @Message String date();

    @Message String begin();

    @Message String end();

    @Message String next_day();

    @Message String more();

    @Message String save();

    @Message String back();

    @Message String wrong_title();

    @Message String wrong_text();

    @Message String wrong_at(String where, String what);

    @Message String mistake(WorkMistake.What what);
}
