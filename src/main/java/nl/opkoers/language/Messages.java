package nl.opkoers.language;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every text that a person reads, by key. The texts are in {@code translations/messages/msg_<language>.properties} and
 * nowhere else; a key that lacks in one of the five files, or a value that no method names, stops the build. (The
 * annotation is there for the error of the build, which then names the key.)
 *
 * <p>In a template: {@code {msg:duration_months(plan.months)}}; the language is the locale of the template instance,
 * set with {@code setLocale(language.locale())}. In Java: {@link Texts#in(Language)}.
 *
 * <p>A method with one parameter of an enum has no text of its own but one for each constant, {@code method_CONSTANT},
 * or {@code method_$CONSTANT} for every constant of the enum if one of them has an underscore.
 *
 * <p>What is counted is an {@code int n}: checked templates accept no {@code long} or {@code Number} for it. Values are
 * strings that are ready to be read: a date of {@link Dates}, an amount of {@link Amounts}, a name in
 * {@link Bidi#auto(String)}.
 *
 * <p>Escaping: inside a message nothing is escaped, not even a value; an HTML template escapes the message as one whole,
 * once. So a value with {@code <} or {@code &} is safe as it is and must not be escaped before; a message holds no
 * markup, since it would be shown as text; and {@code .raw} on a message is never right, since it would let markup in a
 * value through. What needs markup is put together in the template from several messages.
 */
@MessageBundle
public interface Messages {
    // The language itself

    @Message String language_choose();

    @Message String language_unchecked();

    // Durations

    @Message String duration_years(int n);

    @Message String duration_months(int n);

    @Message String duration_weeks(int n);

    @Message String duration_days(int n);

    @Message String hours_count(int n);

    @Message String minutes_count(int n);

    @Message String hours_and_minutes(String hours, String minutes);

    // The sign-in of the demo

    @Message String demo_warning();

    @Message String demo_sign_in_title();

    @Message String demo_sign_in_lead();

    @Message String demo_sign_in_cancel();

    @Message String demo_sign_in_problem_title();

    @Message String demo_sign_in_problem_lead();

    @Message String demo_person_z_tigrinya();

    @Message String demo_person_z_arabic_elder();

    @Message String demo_person_b1_arabic_exam();

    @Message String demo_person_b1_arabic_hours();

    @Message String demo_person_o_arabic_load();

    @Message String demo_person_g_turkish_new();

    @Message String demo_person_g_english_debt();

    @Message String demo_person_g_english_shift();

    @Message String demo_person_g_turkish_z();

    @Message String demo_person_azc_tigrinya_wait();

    @Message String demo_person_moved_arabic();

    @Message String demo_person_switched_english();

    @Message String demo_person_done_turkish();

    @Message String demo_person_old_law();

    @Message String demo_person_o_family_rare();

    @Message String demo_person_exempt_english();

    @Message String demo_person_z_dispensation();

    @Message String demo_person_before_pip_turkish();

    @Message String demo_person_extended_arabic();

    @Message String demo_person_unknown_values();

    @Message String demo_person_unknown_person();

    @Message String demo_person_coach_a();

    @Message String demo_person_coach_b();

    @Message String demo_person_team_lead();

    // The frame of every page

    @Message String app_name();

    @Message String skip_to_content();

    @Message String menu();

    @Message String nav_home();

    @Message String nav_plan();

    @Message String nav_agenda();

    @Message String nav_hours();

    @Message String nav_schools();

    @Message String nav_messages();

    @Message String sign_in();

    @Message String sign_out();

    @Message String leave();

    @Message String call(String name);

    @Message String read_aloud();

    @Message String read_stop();

    @Message String demo_notice();

    @Message String report_link();

    @Message String idle_title();

    @Message String idle_text();

    @Message String idle_stay();

    @Message String what_is_this();

    @Message String source_line(String source, String date);

    @Message String source_line_undated(String source);

    @Message String source_none();

    @Message String source_stale(String date);

    @Message String rule_line(String source, String date);

    @Message String rule_line_aged(String source, String date);

    @Message String rule_second_hand();

    @Message String value_unknown();

    // Before signing in, and when something goes wrong

    @Message String welcome_title();

    @Message String welcome_lead();

    @Message String welcome_plan();

    @Message String welcome_people();

    @Message String welcome_language();

    @Message String privacy_who();

    @Message String action_home();

    @Message String action_retry();

    @Message String not_found_title();

    @Message String not_found_text();

    @Message String forbidden_title();

    @Message String forbidden_text();

    @Message String bad_request_title();

    @Message String bad_request_text();

    @Message String error_title();

    @Message String error_text();

    @Message String unreachable_title();

    @Message String unreachable_text();

    @Message String session_ended_title();

    @Message String session_ended_text();

    @Message String session_ended_kept();

    @Message String signed_out_title();

    @Message String signed_out_text();

    @Message String cancelled_title();

    @Message String cancelled_text();

    @Message String sign_in_failed_title();

    @Message String sign_in_failed_text();

    @Message String unknown_title();

    @Message String unknown_text();

    @Message String unknown_call();

    @Message String staff_title();

    @Message String staff_hello(String name);

    @Message String staff_text();

    // Telling us about a mistake in a translation

    @Message String report_title();

    @Message String report_lead();

    @Message String report_words();

    @Message String report_privacy();

    @Message String report_send();

    @Message String report_empty();

    @Message String report_too_long(String most, String now);

    @Message String report_thanks_title();

    @Message String report_thanks_text();

    @Message String action_back();

    // Home

    @Message String home_hello(String name);

    @Message String now_title();

    @Message String now_nothing();

    @Message String now_choose_school();

    @Message String now_lessons(String school);

    @Message String now_lessons_start(String date, String school);

    @Message String planned_EXAM();

    @Message String planned_INTAKE();

    @Message String planned_TALK();

    @Message String planned_PVT();

    @Message String planned_MAP();

    @Message String planned_CLOSING();

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

    @Message String waiting_HOUSING();

    @Message String waiting_INTAKE();

    @Message String waiting_PLAN();

    @Message String waiting_NEWPLAN();

    @Message String waiting_SCHOOLPLACE();

    @Message String waiting_PVTDATE();

    @Message String waiting_RESULT();

    @Message String waiting_ANSWER();

    @Message String waiting_CERTIFICATE();

    @Message String waiting_since(String date);

    @Message String waiting_aim(String date);

    @Message String waiting_at_latest(String date);

    @Message String waiting_promise(String date);

    @Message String waiting_promise_passed(String date);

    @Message String waiting_no_date();

    @Message String waiting_with(String name);

    @Message String meanwhile_title();

    @Message String meanwhile_text();

    @Message String time_title();

    @Message String time_left(String duration);

    @Message String duration_join(String first, String second);

    @Message String time_last_day(String date);

    @Message String time_more();

    @Message String time_extended(String date);

    @Message String time_extension_from(String date);

    @Message String time_extension_now();

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

    @Message String changed_PERSON();

    @Message String changed_GROUP();

    @Message String changed_DUTY();

    @Message String changed_MOVE();

    @Message String changed_PLAN();

    @Message String changed_TERM();

    @Message String changed_INTAKE();

    @Message String changed_LEARNABILITY();

    @Message String changed_SCHOOL();

    @Message String changed_EXAMS();

    @Message String changed_HOURS();

    @Message String changed_PVT();

    @Message String changed_MAP();

    @Message String changed_CLOSING();

    @Message String changed_EXEMPTIONS();

    @Message String changed_DISPENSATIONS();

    @Message String changed_PEOPLE();

    @Message String changed_UNBURDENING();

    @Message String changed_PROGRESS();

    @Message String changed_COMPLETION();

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

    @Message String exempt_reason();

    @Message String exempt_may();

    @Message String goal_first();

    @Message String plan_link();

    // My plan

    @Message String goals_title();

    @Message String goals_none();

    @Message String route_title();

    @Message String route_name_B1();

    @Message String route_name_EDUCATION();

    @Message String route_name_Z();

    @Message String route_text_B1();

    @Message String route_text_EDUCATION();

    @Message String route_text_Z();

    @Message String route_equal();

    @Message String route_unknown();

    @Message String route_raw();

    @Message String level_text(String level);

    @Message String literacy_text();

    @Message String parts_title();

    @Message String parts_unknown();

    @Message String part_name_INTAKE();

    @Message String part_name_LEARNABILITY();

    @Message String part_name_SCHOOL();

    @Message String part_name_EXAM();

    @Message String part_name_PROGRAMME();

    @Message String part_name_LANGUAGEHOURS();

    @Message String part_name_PARTICIPATION();

    @Message String part_name_PVT();

    @Message String part_name_MAP();

    @Message String part_name_CLOSING();

    @Message String part_text_INTAKE();

    @Message String part_text_LEARNABILITY();

    @Message String part_text_SCHOOL();

    @Message String part_text_EXAM();

    @Message String part_text_PROGRAMME();

    @Message String part_text_LANGUAGEHOURS();

    @Message String part_text_PARTICIPATION();

    @Message String part_text_PVT();

    @Message String part_text_MAP();

    @Message String part_text_CLOSING();

    @Message String exam_name_KNM();

    @Message String exam_name_READING();

    @Message String exam_name_LISTENING();

    @Message String exam_name_WRITING();

    @Message String exam_name_SPEAKING();

    @Message String exam_name_at(String part, String level);

    @Message String state_NOTYET();

    @Message String state_PLANNED();

    @Message String state_BUSY();

    @Message String state_WAITING();

    @Message String state_AGAIN();

    @Message String state_DONE();

    @Message String state_NOTNEEDED();

    @Message String state_UNKNOWN();

    @Message String on_NOTYET(String date);

    @Message String on_PLANNED(String date);

    @Message String on_BUSY(String date);

    @Message String on_WAITING(String date);

    @Message String on_AGAIN(String date);

    @Message String on_DONE(String date);

    @Message String hours_done(int n);

    @Message String hours_done_of(String done, String target);

    @Message String hours_target(String target);

    @Message String hours_known(String date);

    @Message String hours_elsewhere(int n);

    @Message String attempts_left(int n);

    @Message String exemptions_title();

    @Message String exemption_name();

    @Message String exemption_text();

    @Message String dispensation_name();

    @Message String dispensation_text();

    @Message String decision_from(String date);

    @Message String versions_title();

    @Message String version_line(String date, String municipality);

    @Message String version_now();

    @Message String version_earlier();

    @Message String version_reason();

    @Message String version_support();

    @Message String objection_title();

    @Message String objection_text();

    @Message String objection_help();

    @Message String whatif_title();

    @Message String whatif_talk();

    @Message String whatif_time();

    @Message String whatif_level();

    @Message String whatif_release();

    @Message String whatif_fine_ask();

    @Message String whatif_fine_asylum();

    @Message String whatif_fine_family();

    @Message String whatif_fine_unknown();

    @Message String after_title();

    @Message String after_lead();

    @Message String after_language();

    @Message String after_study();

    @Message String after_work();

    @Message String after_nationality();

    @Message String plan_none();

    // Agenda, hours, messages, schools: what the dossier tells already

    @Message String agenda_title();

    @Message String agenda_lead();

    @Message String agenda_none();

    @Message String hours_title();

    @Message String hours_lead();

    @Message String hours_none();

    @Message String hours_no_target();

    @Message String hours_kind_Lesuren();

    @Message String hours_kind_Participatie();

    @Message String hours_kind_MAP();

    @Message String hours_kind_Elders();

    @Message String messages_title();

    @Message String messages_lead();

    @Message String messages_none();

    @Message String person_since(String date);

    @Message String person_reachable(String days, String from, String until);

    @Message String person_call(String name);

    @Message String person_mail(String name);

    @Message String role_Klantmanager();

    @Message String role_Coach();

    @Message String role_begeleider();

    @Message String role_Docent();

    @Message String role_text_Klantmanager();

    @Message String role_text_Coach();

    @Message String role_text_begeleider();

    @Message String role_text_Docent();

    @Message String schools_title();

    @Message String schools_lead();

    @Message String schools_free_title();

    @Message String schools_free_text();

    @Message String schools_pay_title();

    @Message String schools_pay_family();

    @Message String schools_pay_asylum();

    @Message String schools_pay_unknown();

    @Message String schools_price(String from, String to);

    @Message String schools_exam_price(String amount);

    @Message String schools_loan_ask();

    @Message String schools_loan_text();
}
