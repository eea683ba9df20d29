package nl.opkoers.contact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about whom to call in an emergency, in {@code translations/messages/emergency_<language>.properties}. */
@MessageBundle("emergency")
public interface EmergencyMessages {

    @Message String title();

    @Message String when(Emergency.What what);

    @Message String text(Emergency.What what);

    /** Who answers that number. */
    @Message String name(Emergency.What what);

    /** Before a number. */
    @Message String call();

    // The doctor

    @Message String doctor_title();

    @Message String doctor_text();

    @Message String doctor();

    @Message String doctor_late();

    // The municipality

    @Message String municipality_title();

    @Message String municipality_text();

    @Message String others_title();

    /** Leads to the question for help about not feeling well. */
    @Message String feeling();
}
