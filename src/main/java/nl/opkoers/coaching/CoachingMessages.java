package nl.opkoers.coaching;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import nl.opkoers.agenda.Said;
import nl.opkoers.agenda.Told;

/** The texts of the workspace of coaches, in {@code translations/messages/coaching_<language>.properties}. */
@MessageBundle("coaching")
public interface CoachingMessages {

    // The tabs of who works for the municipality

    @Message String nav_inbox();

    @Message String nav_leave();

    @Message String nav_team();

    // Where they arrive

    @Message String no_group();

    // The people of a coach

    @Message String people_title();

    @Message String people_count(int n);

    @Message String search_label();

    @Message String search_go();

    @Message String search_found(int n);

    @Message String search_all();

    @Message String choose_title();

    @Message String choose_instead();

    @Message String choose_own();

    @Message String choose_only();

    @Message String choose_silent();

    @Message String choose_hours();

    @Message String choose_question();

    @Message String order_title();

    @Message String order(Choice.Order order);

    @Message String choose_none();

    @Message String phase_left_out();

    @Message String found(int n);

    // One of them

    @Message String term_left(String duration);

    @Message String term_ended(String date);

    @Message String term_until(String date);

    @Message String term_unknown();

    @Message String lessons_left(int n);

    @Message String as_of(String date);

    @Message String never_seen();

    @Message String never_seen_how();

    @Message String plan_unknown();

    @Message String wants(String frequency);

    @Message String wants_way(String way);

    @Message String last_contact(String date);

    @Message String no_contact();

    @Message String silent(int n);

    @Message String hours_waiting(int n);

    @Message String questions_waiting(int n);

    @Message String person_title(String name);

    @Message String around_title();

    @Message String conversations_none();

    @Message String to_hours();

    @Message String back_to_people();

    // What they let know about lessons and appointments

    @Message String replies_title();

    @Message String reply(Said what);

    @Message String reply_other();

    @Message String reply_gone();

    @Message String reply_older();

    @Message String reply_state(Told.State state);

    // The note about somebody

    @Message String note_title();

    @Message String note_who();

    @Message String note_none();

    @Message String note_by(String name, String moment);

    @Message String note_change();

    @Message String note_save();

    @Message String note_earlier();

    @Message String note_long(String most);

    @Message String note_late();

    @Message String address_changed(String date);

    @Message String note_told();

    // Being away

    @Message String leave_title();

    @Message String leave_lead();

    @Message String leave_since();

    @Message String leave_until();

    @Message String leave_substitute();

    @Message String leave_choose();

    @Message String leave_who();

    @Message String leave_save();

    @Message String leave_list();

    @Message String leave_none();

    @Message String leave_period(String since, String until);

    @Message String leave_one_day(String date);

    @Message String leave_by(String name);

    @Message String leave_now();

    @Message String leave_past();

    @Message String leave_ended(String date);

    @Message String leave_withdraw();

    @Message String leave_end();

    @Message String leave_others();

    @Message String leave_other(String name, String date);

    @Message String leave_mistake(LeaveForm.Mistake mistake);

    // Handing over

    @Message String over_title();

    @Message String over_one_title();

    @Message String over_lead();

    @Message String over_count(int n);

    @Message String over_confidential(int n);

    @Message String over_to();

    @Message String over_note();

    @Message String over_note_help();

    @Message String over_go();

    @Message String over_mistake(HandOverForm.Mistake mistake);

    @Message String over_read();
}
