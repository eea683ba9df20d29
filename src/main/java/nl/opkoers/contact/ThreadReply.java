package nl.opkoers.contact;

import java.util.UUID;
import nl.opkoers.file.LetterField;

/**
 * Where the person says something more.
 *
 * @param id      made with the form: what is sent twice is one
 * @param draft   by which form was kept what goes on in this one; empty when nothing does
 * @param mistake {@code null} when nothing is wrong, or it was not sent yet
 */
record ThreadReply(UUID id, String text, LetterField letter, String draft, Mistake mistake) {

    /** What can be wrong. */
    enum Mistake { EMPTY, LONG, FILE }

    static ThreadReply empty() {
        return of("", LetterField.empty(), "");
    }

    static ThreadReply of(String text, LetterField letter, String draft) {
        return new ThreadReply(UUID.randomUUID(), text, letter, draft, null);
    }

    /** The same with what is wrong with it. */
    ThreadReply checked() {
        OwnWords own = OwnWords.of(text);
        Mistake found = letter.wrong() != null ? Mistake.FILE : own.isTooLong() ? Mistake.LONG
                : own.isNone() && letter.kept() == null ? Mistake.EMPTY : null;
        return new ThreadReply(id, text, letter, draft, found);
    }

    /** How many letters were typed. */
    public int getLength() {
        return OwnWords.of(text).length();
    }
}
