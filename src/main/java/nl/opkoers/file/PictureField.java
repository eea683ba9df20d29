package nl.opkoers.file;

import java.util.Map;
import java.util.UUID;
import nl.opkoers.page.Ids;

/**
 * Where a form asks for a picture (the template {@code file/field}).
 *
 * @param next    under which id a picture that is chosen now will be kept
 * @param kept    the picture that is there already; {@code null} when there is none
 * @param refusal why the one that was sent is not kept; {@code null} when nothing was wrong
 */
public record PictureField(UUID next, UUID kept, Refusal refusal) {

    /** The file itself. */
    public static final String FILE = "photo";
    /** The id for it. */
    public static final String NEXT = "photo-next";
    /** The id of the one that is there. */
    public static final String KEPT = "photo-kept";
    /** That the one that is there is not wanted any more. */
    public static final String WITHOUT = "photo-without";
    /** Why the file was not read, when the form was kept for later instead. */
    public static final String REFUSED = "photo-refused";

    /** Nothing chosen yet. */
    public static PictureField empty() {
        return with(null, null);
    }

    /** With a picture that belongs to what is being filled in; {@code null} when there is none. */
    public static PictureField of(UUID kept) {
        return with(kept, null);
    }

    /**
     * After a form that was kept for later: a file that was in it is not there any more, which is said.
     *
     * @param typed what was in the form, by name; a file by its own name
     */
    public static PictureField ofKept(Map<String, String> typed) {
        Refusal told = Refusal.TOO_LARGE.name().equals(typed.get(REFUSED)) ? Refusal.TOO_LARGE
                : typed.getOrDefault(FILE, "").isBlank() ? null : Refusal.LOST;
        return with(Ids.of(typed.get(KEPT)).orElse(null), told);
    }

    static PictureField with(UUID kept, Refusal refusal) {
        return new PictureField(UUID.randomUUID(), kept, refusal);
    }
}
