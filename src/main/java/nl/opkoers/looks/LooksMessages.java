package nl.opkoers.looks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import nl.opkoers.identity.Shown;

/** The texts about who sees what, and who looked, in {@code translations/messages/looks_<language>.properties}. */
@MessageBundle("looks")
public interface LooksMessages {

    @Message String title();

    @Message String lead();

    // Who may look today

    @Message String today_title();

    @Message String today_lead();

    @Message String today_none();

    @Message String today_unknown();

    // By what somebody may

    @Message String why_contact();

    @Message String why_instead(String name);

    @Message String why_instead_until(String name, String date);

    @Message String why_instead_somebody();

    @Message String why_sent();

    // Who looked

    @Message String looked_title();

    @Message String looked_lead();

    @Message String looked_none();

    @Message String looked_no_more();

    @Message String looked_times(int n);

    @Message String looked_all();

    @Message String looked_earlier();

    @Message String looked_later();

    @Message String looked_not_here();

    /** At what. */
    @Message String shown(Shown shown);

    // Which kinds of data

    @Message String kinds_title();

    @Message String label_from();

    @Message String label_sees();

    @Message String label_use();

    @Message String label_term();

    @Message String term(String period);

    /** Counted from the last visit. */
    @Message String term_visit(String period);

    @Message String kind(Kind kind);

    /** Where it comes from. */
    @Message String from(Kind kind);

    /** Who may see it, and why they. */
    @Message String sees(Kind kind);

    /** What it is for. */
    @Message String purpose(Activity activity);

    @Message String ground_title();

    @Message String ground(Activity.Ground ground);

    // What one can do

    @Message String wrong_title();

    @Message String wrong_text();

    @Message String wrong_ask();

    @Message String do_title();

    /** To staff: that they are seen looking. */
    @Message String staff_told();
}
