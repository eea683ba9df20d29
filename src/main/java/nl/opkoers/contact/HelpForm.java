package nl.opkoers.contact;

import jakarta.ws.rs.BadRequestException;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.language.Language;

/**
 * How somebody wants to be helped, as it is filled in: the part that every form for help has in common, in the template
 * {@code contact/how}.
 *
 * @param id          made with the form, so that two taps are one
 * @param language    the language to speak
 * @param interpreter whether somebody is to translate from it
 */
public record HelpForm(UUID id, Language language, boolean interpreter) {

    private static final String YES = "yes";

    /** Nothing filled in yet: in the language that is read. */
    public static HelpForm empty(Language language) {
        return new HelpForm(UUID.randomUUID(), language, false);
    }

    /**
     * What was sent.
     *
     * @throws BadRequestException when it was not made by our form
     */
    public static HelpForm of(Map<String, String> typed) {
        try {
            return new HelpForm(UUID.fromString(typed.getOrDefault("id", "")),
                    Language.ofTag(typed.get("language")).orElseThrow(BadRequestException::new), YES.equals(typed.get("interpreter")));
        } catch (IllegalArgumentException garbled) {
            throw new BadRequestException(garbled);
        }
    }

    /** Whether an interpreter is asked for between Dutch and Dutch. */
    public boolean isMistaken() {
        return interpreter && language == Language.NL;
    }

    /**
     * The question, once nothing is mistaken.
     *
     * @param attachment {@code null} when nothing goes along
     */
    public HelpRequest asking(Topic topic, HelpRequest.Attachment attachment) {
        return asking(topic, false, attachment);
    }

    /** The same, of which the person says whether only who answers may read it. */
    public HelpRequest asking(Topic topic, boolean confidential, HelpRequest.Attachment attachment) {
        return new HelpRequest(id, topic, language, interpreter, confidential, attachment);
    }
}
