package nl.opkoers.hours;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages on which coaches judge hours, in {@code translations/messages/judging_<language>.properties}. */
@MessageBundle("judging")
public interface JudgingMessages {

    // How many wait

    @Message String waiting_people(int n);

    @Message String to_queue();

    @Message String unavailable();

    // Whose hours wait

    @Message String title();

    @Message String queue_lead();

    @Message String kind_hours(String kind, String hours, int n);

    @Message String still_entries(int n);

    @Message String since(String date);

    @Message String instead(String name, String date);

    @Message String instead_open(String name);

    @Message String more_people(int n);

    // One person

    @Message String person_title(String name);

    @Message String reads(String language);

    @Message String total_title();

    @Message String at_municipality();

    @Message String of_target(String hours, String target);

    @Message String on_top();

    @Message String still_counted();

    @Message String approved();

    @Message String waiting();

    @Message String asked();

    @Message String refused();

    @Message String still_title();

    @Message String pattern_title();

    @Message String pattern(String activity, String weekday, String n, String weeks, String hours);

    @Message String as_usual();

    @Message String remark(Question question);

    @Message String accept();

    @Message String accept_week();

    @Message String look();

    @Message String more_entries(int n);

    @Message String all_done(String name);

    @Message String next_person(String name);

    @Message String back_to_queue();

    @Message String back_to_person(String name);

    @Message String judged_title();

    // One entry

    @Message String spoke();

    @Message String goal();

    @Message String place();

    @Message String with();

    @Message String own_words();

    @Message String photo();

    @Message String with_photo();

    @Message String corrected();

    @Message String returned();

    @Message String returned_codes();

    @Message String still(String hours, String moment);

    @Message String still_help();

    @Message String still_again();

    @Message String tell_again();

    @Message String settle();

    @Message String history();

    @Message String did_sent(String moment);

    @Message String did_corrected(String moment);

    @Message String did_accepted(String name, String moment);

    @Message String did_refused(String name, String moment);

    @Message String did_asked(String name, String moment);

    @Message String did_undone(String name, String moment);

    @Message String did_withdrawn(String moment);

    @Message String did_returned(String moment);

    @Message String did_kept(String moment);

    @Message String did_settled(String name, String moment);

    @Message String undo();

    @Message String undo_until(String moment);

    @Message String late();

    @Message String changed();

    @Message String reason_title();

    @Message String reason_help();

    @Message String note();

    @Message String note_help();

    @Message String ask();

    @Message String refuse();

    @Message String mistake(JudgeForm.Mistake mistake);
}
