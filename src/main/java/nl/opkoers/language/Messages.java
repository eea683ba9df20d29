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

    @Message String language(Language language);

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

    @Message String nav_people();

    @Message String sign_in();

    @Message String sign_out();

    @Message String leave();

    @Message String call(String name);

    @Message String read_aloud();

    @Message String read_stop();

    @Message String report_link();

    @Message String idle_title();

    @Message String idle_text();

    @Message String idle_stay();

    @Message String idle_without_script();

    @Message String what_is_this();

    @Message String source_line(String source, String date);

    @Message String source_line_undated(String source);

    @Message String source_none();

    @Message String source_stale(String date);

    @Message String rule_line(String source, String date);

    @Message String rule_line_aged(String source, String date);

    @Message String rule_second_hand();

    @Message String value_unknown();

    @Message String duration_join(String first, String second);

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

    @Message String sign_in_forgotten();

    @Message String digid_failed();

    @Message String unknown_title();

    @Message String unknown_text();

    @Message String unknown_call();

    @Message String too_weak_title();

    @Message String too_weak_text();

    @Message String too_weak_help();

    @Message String unknown_staff_title();

    @Message String unknown_staff_text();

    @Message String sign_in_staff();

    @Message String staff_title();

    @Message String staff_hello(String name);

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
}
