package nl.opkoers.hours;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about what people show of their hours to others, in {@code translations/messages/proof_<language>.properties}. */
@MessageBundle("proof")
public interface ProofMessages {

    // Before it is printed

    @Message String title();

    @Message String lead();

    @Message String none();

    @Message String download();

    @Message String code_about();

    @Message String until_changed();

    @Message String says();

    @Message String to_hours();

    // On the paper

    @Message String name();

    @Message String municipality();

    @Message String date();

    @Message String period(String from, String until);

    @Message String activity();

    @Message String hours();

    @Message String together();

    @Message String accepted();

    @Message String code();

    @Message String where();

    @Message String learns();

    // Where it is checked

    @Message String verify_title();

    @Message String verify_lead();

    @Message String verify_each();

    @Message String verify_time();

    @Message String verify_do();

    @Message String verify_valid(String date);

    @Message String verify_changed(String date);

    @Message String verify_unknown();

    @Message String verify_nocode();

    @Message String verify_nokind();

    @Message String verify_notime();

    @Message String verify_often();

    // The table

    @Message String column(HourColumns.Column column);
}
