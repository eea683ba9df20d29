package nl.opkoers.hours;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import nl.opkoers.municipality.Delivery;

/**
 * The texts about how somebody's hours stand, in {@code translations/messages/hours_<language>.properties}. A method with a
 * constant has a text for each: {@code state_WAITING} is the word for {@code WAITING}.
 */
@MessageBundle("hours")
public interface HoursMessages {

    // How they stand

    @Message String title();

    @Message String lead_owed();

    @Message String lead_free();

    @Message String lead_unknown();

    @Message String no_plan();

    @Message String add();

    @Message String again();

    @Message String week();

    @Message String sent();

    @Message String saved();

    @Message String week_sent(int n);

    @Message String withdrawn();

    @Message String kind(Kind kind);

    @Message String kind_text(Kind kind);

    @Message String counted(String hours);

    @Message String accepted();

    @Message String accepted_since();

    @Message String waiting();

    @Message String asked();

    @Message String concept();

    @Message String to_go();

    @Message String reached();

    @Message String pace(String duration);

    @Message String still_total(String hours);

    @Message String still_title();

    @Message String first_title();

    @Message String none();

    @Message String none_in_month();

    @Message String months();

    @Message String earlier();

    @Message String later();

    @Message String more();

    @Message String elsewhere_title();

    @Message String elsewhere_text();

    @Message String certificate();

    @Message String list();

    // One entry

    @Message String refused_final();

    @Message String refused_final_text();

    @Message String refused_ask();

    @Message String state(State state);

    @Message String state_text(State state);

    @Message String self_reported();

    @Message String entry(String what, String duration);

    @Message String judged(String name, String date);

    @Message String reason_title();

    @Message String reason(Reason reason);

    @Message String coach_words();

    @Message String returned();

    @Message String still(String hours);

    @Message String delivery(Delivery.Step step);

    @Message String answer();

    @Message String answer_send();

    @Message String answer_empty();

    @Message String change();

    @Message String correct();

    @Message String correct_accepted();

    @Message String repeat();

    @Message String withdraw();

    @Message String withdraw_text();

    @Message String withdraw_do();

    @Message String history();

    @Message String happened(Step step);

    @Message String earlier_words();

    @Message String to_hours();
}
