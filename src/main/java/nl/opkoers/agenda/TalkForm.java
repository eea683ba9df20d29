package nl.opkoers.agenda;

import jakarta.ws.rs.BadRequestException;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.language.Language;

/**
 * The form by which somebody asks for a talk, as it is filled in.
 *
 * @param id          made with the form, so that two taps are one
 * @param language    the language to speak
 * @param interpreter whether somebody is to translate from it
 * @param withWeek    whether the hours of the week go along
 * @param withWork    whether those of the person's own work do so too: they were told that nobody sees these
 */
public record TalkForm(UUID id, Language language, boolean interpreter, boolean withWeek, boolean withWork) {

    static final String ID = "id";
    static final String WEEK = "week";
    static final String LANGUAGE = "language";
    static final String INTERPRETER = "interpreter";
    static final String WITH_WEEK = "with";
    static final String WITH_WORK = "work";

    private static final String YES = "yes";

    /** Nothing filled in yet: the week goes along, the work does not. */
    static TalkForm empty(Language language) {
        return new TalkForm(UUID.randomUUID(), language, false, true, false);
    }

    /**
     * What was sent.
     *
     * @throws BadRequestException when it was not made by our form
     */
    static TalkForm of(Map<String, String> typed) {
        try {
            return new TalkForm(UUID.fromString(typed.getOrDefault(ID, "")),
                    Language.ofTag(typed.get(LANGUAGE)).orElseThrow(BadRequestException::new),
                    YES.equals(typed.get(INTERPRETER)), YES.equals(typed.get(WITH_WEEK)), YES.equals(typed.get(WITH_WORK)));
        } catch (IllegalArgumentException garbled) {
            throw new BadRequestException(garbled);
        }
    }

    /** Whether an interpreter is asked for between Dutch and Dutch. */
    public boolean isMistaken() {
        return interpreter && language == Language.NL;
    }
}
