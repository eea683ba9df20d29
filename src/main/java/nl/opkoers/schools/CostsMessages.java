package nl.opkoers.schools;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts about costs, in {@code translations/messages/costs_<language>.properties}. A method with a constant has a text for
 * each: {@code kind_LESSONS} is the name of {@code LESSONS}.
 */
@MessageBundle("costs")
public interface CostsMessages {

    // What is free and what is paid

    @Message String title();

    @Message String lead();

    @Message String lead_general();

    @Message String free_title();

    @Message String free_text();

    @Message String free_text_without_map();

    @Message String arranged_title();

    @Message String arranged_text();

    @Message String free_exams(Integer n);

    @Message String ask_title();

    @Message String ask_text();

    @Message String pay_title();

    @Message String pay_title_general();

    @Message String pay_text();

    @Message String pay_unknown();

    @Message String price_hour(String amount);

    @Message String price_hours(String hours, String amount);

    @Message String price_course(String amount);

    @Message String differ();

    @Message String price_education(String amount);

    @Message String price_exam(String amount);

    @Message String price_exams(String amount);

    @Message String no_source();

    @Message String self_allowed();

    @Message String why_ask();

    @Message String why_text();

    @Message String loan_ask();

    @Message String without_loan();

    @Message String with_loan();

    @Message String loan_mark();

    @Message String loan_paid_to();

    @Message String loan_interest();

    @Message String loan_depends();

    @Message String loan_remission();

    @Message String loan_rate_unknown();

    @Message String to_calculate();

    @Message String to_self_study();

    @Message String to_schools();

    @Message String to_costs();

    @Message String saved_title();

    // The calculator

    @Message String calc_title();

    @Message String calc_lead();

    @Message String calc_paid();

    @Message String calc_general();

    @Message String course(String name, String school);

    @Message String course_gone();

    @Message String group_lessons();

    @Message String group_beside();

    @Message String group_exams();

    @Message String group_ways();

    @Message String level_from();

    @Message String level_to();

    @Message String level_none();

    @Message String level_text();

    @Message String field(CostField field);

    @Message String empty_uses(String value);

    @Message String empty_unknown();

    @Message String reckon();

    @Message String mistake(CostMistake.What what);

    @Message String mistake_bounds(String least, String most);

    // What comes out

    @Message String range(String from, String to);

    @Message String outcome_title();

    @Message String total(String amount);

    @Message String per_month(Integer n, String amount);

    @Message String no_promise();

    @Message String missing();

    @Message String nothing_known();

    @Message String kind(Outcome.Kind kind);

    @Message String basis_said();

    @Message String basis_listed(String school);

    @Message String basis_several();

    @Message String basis_checked(String date);

    @Message String basis_unchecked();

    @Message String ways_title();

    @Message String ways_text();

    @Message String means(Outcome.Means means);

    @Message String way_total(String amount);

    @Message String way_parts(Integer n, String amount);

    @Message String way_beside(String amount);

    @Message String way_ask_school();

    @Message String way_fill_partner();

    @Message String way_fill_months();

    @Message String way_interest_unknown();

    @Message String way_equal();

    @Message String whatif_title();

    @Message String whatif(Calculation.Change change);

    @Message String whatif_evening_unknown();

    @Message String whatif_barred();

    @Message String change();

    @Message String print();

    @Message String print_how();

    @Message String sign_in_to_save();

    // What was kept

    @Message String saved();

    @Message String saved_full(String most);

    @Message String saved_on(String date);

    @Message String saved_then(String amount);

    @Message String saved_who();

    @Message String send();

    @Message String back_to_calculation();

    @Message String send_text();

    @Message String send_goes(String amount);

    // Learning without a school

    @Message String self_title();

    @Message String self(SelfStudy.Standing standing);

    @Message String steps_title();

    @Message String step_1();

    @Message String step_2();

    @Message String step_3();

    @Message String step_4();

    @Message String exams_title();

    @Message String practice_title();

    @Message String places_title();

    @Message String places_none();

    @Message String check_title();

    @Message String check_lead();

    @Message String yes();

    @Message String no();

    @Message String question(SelfCheck.Question question);

    @Message String check_button();

    @Message String advice_title();

    @Message String advice(SelfCheck.Question question);

    @Message String advice_well();

    @Message String advice_stuck();

    @Message String look_again(String date);
}
