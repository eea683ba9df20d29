package nl.opkoers.hours;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about hours that are still on the phone, in {@code translations/messages/unsent_<language>.properties}. */
@MessageBundle("unsent")
public interface UnsentMessages {

    // The page

    @Message String title();

    @Message String lead();

    @Message String leaving_title();

    @Message String locked();

    @Message String shared();

    @Message String cleared();

    @Message String sign_out();

    @Message String to_hours();

    // Where hours are filled in

    @Message String how();

    @Message String more();

    // How an entry stands

    @Message String kept();

    @Message String sent();

    @Message String received();

    @Message String returned();

    @Message String correct();

    @Message String remove();

    @Message String remove_sure();

    // What else is told

    @Message String ended();

    @Message String away();

    @Message String full();

    @Message String photo();

    @Message String large();

    @Message String none();

    @Message String lost();

    @Message String lost_read();
}
