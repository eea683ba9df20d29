package nl.opkoers.dossier;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.municipality.contract.Hours;

/**
 * The texts of this room, in {@code translations/messages/dossier_<language>.properties}. A method with a constant has a
 * text for each: {@code state_DONE} is the word for {@code DONE}.
 */
@MessageBundle("dossier")
public interface DossierMessages {

    // Home

    @Message String home_hello(String name);

    @Message String home_people();

    @Message String now_title();

    @Message String now_nothing();

    @Message String now_declined();

    @Message String now_as_of(String date);

    @Message String now_choose_school();

    @Message String now_choose_calmly();

    @Message String now_school_unknown();

    @Message String now_lessons(String school);

    @Message String now_lessons_start(String date, String school);

    @Message String planned(Planned.Kind kind);

    @Message String meeting_when(String day, String time);

    @Message String meeting_where();

    @Message String meeting_with();

    @Message String meeting_bring();

    @Message String meeting_bring_id();

    @Message String meeting_online();

    @Message String meeting_interpreter(String language);

    @Message String meeting_changed();

    @Message String meeting_cancelled();

    @Message String waiting_title();

    @Message String waiting(Waiting.Kind kind);

    @Message String waiting_since(String date);

    @Message String waiting_aim(String date);

    @Message String waiting_aim_passed(String date);

    @Message String waiting_at_latest(String date);

    @Message String waiting_at_latest_passed(String date);

    @Message String waiting_promise(String date);

    @Message String waiting_promise_passed(String date);

    @Message String waiting_no_date();

    @Message String waiting_with(String name);

    @Message String meanwhile_title();

    @Message String meanwhile_text();

    @Message String time_title();

    @Message String time_left(String duration);

    @Message String time_last_day(String date);

    @Message String time_more();

    @Message String time_extended(String date);

    @Message String time_extension_from(String date);

    @Message String time_extension_now();

    @Message String time_ask();

    @Message String time_none();

    @Message String time_unknown();

    @Message String time_estimate(String date);

    @Message String time_ended(String date);

    @Message String time_last_months();

    @Message String time_bar(String percent);

    @Message String lesson_hours_title();

    @Message String lesson_hours_left(int n);

    @Message String lesson_hours_of(String used, String budget);

    @Message String lesson_hours_known(String date);

    @Message String lesson_hours_ahead();

    @Message String lesson_hours_reduction(String hours);

    @Message String changed_title();

    @Message String changed_nothing();

    @Message String changed_first();

    @Message String changed(Change.What what);

    @Message String item_cancelled(String when, String what);

    @Message String item_moved(String was, String what, String when);

    @Message String item_changed(String when, String what);

    @Message String hours_news(HoursNews.What what);

    @Message String contact_changed(String name, String former);

    @Message String contact_new(String name);

    @Message String contact_questions_moved();

    @Message String contact_away(String name, String substitute);

    @Message String talk_last(String date);

    @Message String talk_long_ago();

    @Message String reception_text();

    @Message String reception_place(String place, String kilometres);

    @Message String moved_text(String municipality, String weeks);

    @Message String unburdening_text(String date);

    @Message String earlier_act_title();

    @Message String earlier_act_text();

    @Message String earlier_act_duo();

    @Message String earlier_act_link();

    @Message String completed_text();

    @Message String exempt_text();

    @Message String exempt_now();

    @Message String exempt_until(String date);

    @Message String exempt_until_unknown();

    @Message String exempt_reason();

    @Message String exempt_may();

    // My plan

    @Message String goals_title();

    @Message String goals_none();

    @Message String route_title();

    @Message String route_name(LearningRoute route);

    @Message String route_text(LearningRoute route);

    @Message String route_equal();

    @Message String route_until(String date);

    @Message String plan_unfit();

    @Message String route_unknown();

    @Message String route_raw();

    @Message String level_text(String level);

    @Message String literacy_text();

    @Message String parts_title();

    @Message String parts_unknown();

    @Message String part_name(PlanPart.Kind kind);

    @Message String part_text(PlanPart.Kind kind);

    @Message String exam_name(ExamPart part);

    @Message String exam_name_at(String part, String level);

    @Message String exam_titled(String part);

    @Message String exam_more();

    @Message String state(PlanPart.State state);

    /** @param passed at which level an exam was passed @param level the higher one that the plan asks */
    @Message String passed_below(String passed, String level);

    @Message String on_notyet(String date);

    @Message String on_planned(String date);

    @Message String on_busy(String date);

    @Message String on_waiting(String date);

    @Message String on_again(String date);

    @Message String on_done(String date);

    @Message String hours_done(int n);

    @Message String hours_done_of(String done, String target);

    @Message String hours_target(String target);

    @Message String hours_known(String date);

    @Message String attempts_left(int n);

    @Message String exemptions_title();

    @Message String granted_title();

    @Message String granted_partly();

    @Message String granted_for_now();

    @Message String granted_hours(String hours);

    @Message String exemption_name();

    @Message String exemption_text();

    @Message String dispensation_name();

    @Message String dispensation_text();

    @Message String decision_from(String date);

    @Message String decision_until(String date);

    @Message String versions_title();

    @Message String version_line(String date, String municipality);

    @Message String version_now();

    @Message String version_earlier();

    @Message String version_reason();

    @Message String version_support();

    @Message String reports_title();

    @Message String reports_text();

    @Message String reports_answer();

    @Message String objection_title();

    @Message String objection();

    @Message String objection_text();

    @Message String objection_help();

    @Message String whatif_title();

    @Message String whatif_talk();

    @Message String whatif_level();

    @Message String whatif_release();

    @Message String whatif_fine_ask();

    @Message String whatif_fine_asylum();

    @Message String whatif_fine_family();

    @Message String whatif_fine_unknown();

    @Message String whatif_fine_route(String amount);

    @Message String whatif_fine_pvt(String amount);

    @Message String whatif_fine_map(String amount);

    @Message String part_map_work();

    @Message String after_title();

    @Message String after_lead();

    @Message String after_language();

    @Message String after_study();

    @Message String after_work();

    @Message String after_nationality();

    @Message String plan_none();

    @Message String plan_former(String municipality);

    @Message String plan_download();

    @Message String paper_title();

    @Message String paper_told(String moment);

    @Message String paper_is();

    // Agenda, hours, messages, schools: what the dossier tells already

    @Message String now_agenda();

    @Message String hours_no_target();

    @Message String hours_kind(Hours.Kind kind);

    @Message String person_since(String date);

    @Message String person_nameless();

    @Message String person_call(String name);

    @Message String person_mail(String name);

    @Message String role(Contacts.Role role);

    @Message String role_text(Contacts.Role role);

    @Message String schools_title();

    @Message String schools_free_title();

    @Message String schools_free_text();

    @Message String schools_free_text_without_map();

    @Message String schools_pay_title();

    @Message String schools_pay_family();

    @Message String schools_pay_asylum();

    @Message String schools_pay_unknown();

    @Message String schools_price(String from, String to);

    @Message String schools_exam_price(String amount);

    @Message String schools_loan_ask();

    @Message String schools_loan_text();

    // In short, for who helps at the municipality

    @Message String phase(Phase phase);

    @Message String short_title();

    @Message String short_language();

    @Message String short_phase();

    @Message String short_route();

    @Message String short_route_until(String date);

    @Message String short_term();

    @Message String short_term_until(String date, String left);

    @Message String short_lessons();

    @Message String short_next();

    @Message String short_next_none();
}
