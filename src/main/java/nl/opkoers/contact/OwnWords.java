package nl.opkoers.contact;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.opkoers.page.Typed;

/** What somebody typed in their own words, as it is kept: text, in which nothing is a tag. */
record OwnWords(String text) {

    /** As it was sent. @param typed {@code null} where nothing was */
    static OwnWords of(String typed) {
        return new OwnWords(Typed.text(typed).strip());
    }

    boolean isNone() {
        return text.isEmpty();
    }

    /** How many letters it has, as people count them. */
    int length() {
        return Typed.letters(text);
    }

    boolean isTooLong() {
        return length() > Turn.LONGEST_TEXT;
    }

    /** {@code null} when there is none. */
    String orNull() {
        return isNone() ? null : text;
    }

    /**
     * The id of the turn that says this: the same form with the same in it is the same turn, however often it is sent; with
     * something else in it, by the way back, it is another one, so that nothing is lost.
     *
     * @param form made with the form
     * @param file that goes along; {@code null} when none does
     */
    UUID turn(UUID form, UUID file) {
        return UUID.nameUUIDFromBytes((form + " " + file + " " + text).getBytes(StandardCharsets.UTF_8));
    }
}
