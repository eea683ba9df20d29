package nl.opkoers.file;

import java.util.UUID;

/**
 * Where a form asks for a photo or a PDF of a letter (the template {@code file/letterField}). Its fields have the names of
 * those of {@link PictureField}.
 *
 * @param next     under which id a file that is chosen now will be kept
 * @param kept     the file that is there already; {@code null} when there is none
 * @param document whether that is a PDF
 * @param wrong    why the one that was sent is not kept; {@code null} when nothing was wrong
 */
public record LetterField(UUID next, UUID kept, boolean document, Wrong wrong) {

    /** Why a file is not kept, as far as it makes a difference for who chose it. */
    public enum Wrong {
        /** It is neither a picture nor a PDF, whatever it is called. */
        NOLETTER,
        TOOLARGE,
        UNREADABLE,
        /** It cannot be read now, which says nothing of the file. */
        BUSY,
        HARMFUL,
        TOOMANY,
        /** The session had ended when it came: it has to be chosen again. */
        LOST;

        static Wrong of(Refusal refusal) {
            return switch (refusal) {
                case NO_PICTURE -> NOLETTER;
                case TOO_LARGE -> TOOLARGE;
                case HARMFUL -> HARMFUL;
                case TOO_MANY -> TOOMANY;
                case LOST -> LOST;
                case TOO_SLOW -> BUSY;
                case EMPTY, TOO_MANY_PIXELS, DAMAGED, HEIC -> UNREADABLE;
            };
        }
    }

    /** Nothing chosen yet. */
    public static LetterField empty() {
        return of(PictureField.empty(), false);
    }

    static LetterField of(PictureField field, boolean document) {
        return new LetterField(field.next(), field.kept(), document, field.refusal() == null ? null : Wrong.of(field.refusal()));
    }
}
