package nl.opkoers.agenda;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import nl.opkoers.municipality.contract.Agenda;

/** The texts of this room, in {@code translations/messages/agenda_<language>.properties}. */
@MessageBundle("agenda")
public interface AgendaMessages {

    // The weeks

    @Message String title();

    @Message String week_this();

    @Message String week_next();

    @Message String week_of(String date);

    @Message String week_none();

    @Message String today(String day);

    @Message String today_none();

    @Message String earlier_days();

    @Message String weeks_earlier();

    @Message String weeks_now();

    @Message String weeks_later();

    @Message String holiday(String name, String from, String until);

    @Message String holiday_no_lessons();

    @Message String no_lessons(NoLessons why);

    @Message String exams_later();

    @Message String undated();

    // A week in short

    @Message String in_short();

    @Message String load_one(String part);

    @Message String load_all(String total, String parts);

    @Message String load_join(String first, String rest);

    @Message String load_overlap(String words);

    @Message String load_lessons(String hours);

    @Message String load_exams(String hours);

    @Message String load_appointments(String hours);

    @Message String load_participation(String hours);

    @Message String load_work(String hours);

    // The person's own work

    @Message String own_work();

    @Message String own_work_at(String times);

    @Message String own_work_who();

    @Message String begun_before(String times);

    // What is on at the same time

    @Message String same_time(String what, String times);

    @Message String same_time_more(int n);

    @Message String same_time_move();

    // What was not seen yet

    @Message String news();

    @Message String seen();

    // Without a timetable

    @Message String timetable_unreachable();

    @Message String timetable_absent();

    @Message String told_by_dossier();

    @Message String told_by_nobody();

    // An item

    @Message String kind(Agenda.Kind kind);

    @Message String exam_official();

    @Message String exam_at_duo();

    @Message String exam_not_told();

    @Message String exam_off();

    @Message String exam_off_until(String date);

    @Message String exam_off_passed(String date);

    @Message String exam_declined();

    @Message String school_test_text();

    @Message String changed();

    @Message String changed_was(String moment);

    @Message String cancelled();

    @Message String over();

    @Message String about();

    @Message String way_there();

    @Message String not_mine_title();

    @Message String not_mine_text();

    @Message String to_agenda();

    // What somebody lets know

    @Message String reply_title();

    @Message String confirm();

    @Message String decline();

    @Message String decline_reason();

    @Message String reason(Agenda.Reason reason);

    @Message String move();

    @Message String move_lead();

    @Message String proposal(String number);

    @Message String proposal_day();

    @Message String proposal_from();

    @Message String proposal_to();

    @Message String note();

    @Message String read_by_school();

    @Message String read_by_municipality();

    @Message String send();

    // How far that has come

    @Message String said(Said what);

    @Message String state(Told.State state);

    @Message String said_before_change();

    @Message String move_stays();

    @Message String no_news();

    @Message String proposed();

    @Message String late_not_sent();

    // What is wrong with what was typed

    @Message String mistakes_title();

    @Message String mistake(Form.What what);
}
