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
}
