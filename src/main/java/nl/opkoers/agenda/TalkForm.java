package nl.opkoers.agenda;

import jakarta.ws.rs.BadRequestException;
import java.util.Map;
import nl.opkoers.contact.HelpForm;
import nl.opkoers.contact.HelpRequest;
import nl.opkoers.contact.Topic;
import nl.opkoers.language.Language;

/**
 * The form by which somebody says that it is too much, as it is filled in.
 *
 * @param how          in which language, and whether somebody is to translate
 * @param withWeek     whether the hours of the week go along
 * @param withWork     whether those of the person's own work do so too, which nobody else sees otherwise
 * @param confidential whether only who answers may read it
 */
public record TalkForm(HelpForm how, boolean withWeek, boolean withWork, boolean confidential) {

    static final String WEEK = "week";
    /** Not the names that a form had while it said that nobody else would see these hours: that was no leave to send them. */
    private static final String WITH_WEEK = "send-week";
    private static final String WITH_WORK = "send-work";
    private static final String PRIVATE = "private";

    /** Nothing filled in yet: the week goes along, the work does not. */
    static TalkForm empty(Language language) {
        return new TalkForm(HelpForm.empty(language), true, false, false);
    }

    /**
     * What was sent.
     *
     * @throws BadRequestException when it was not made by our form
     */
    static TalkForm of(Map<String, String> typed) {
        return new TalkForm(HelpForm.of(typed), typed.containsKey(WITH_WEEK), typed.containsKey(WITH_WORK), typed.containsKey(PRIVATE));
    }

    /**
     * The question, once nothing is mistaken.
     *
     * @param week {@code null} when it is not known
     */
    HelpRequest asking(TalkWeek week) {
        return how.asking(Topic.TOOMUCH, confidential, week == null || !withWeek ? null : week.attachment(withWork));
    }
}
