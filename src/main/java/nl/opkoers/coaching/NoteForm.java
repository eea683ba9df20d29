package nl.opkoers.coaching;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/**
 * The form of the note about somebody, as it is filled in.
 *
 * @param id   made with the form, so that two taps are one
 * @param seen the position of the version that it began with; 0 when there was none
 * @param text what should hold from now on
 */
record NoteForm(UUID id, int seen, String text) {

    static final String ID = "id";
    static final String SEEN = "seen";
    static final String TEXT = "note";

    /** More letters than anybody wants to read before a talk. */
    static final int LONGEST = 4_000;

    /** The version that holds, to be changed. */
    static NoteForm of(List<Note> versions) {
        return versions.isEmpty() ? new NoteForm(UUID.randomUUID(), 0, "")
                : new NoteForm(UUID.randomUUID(), versions.get(0).position(), versions.get(0).text());
    }

    /**
     * What was sent.
     *
     * @throws BadRequestException when it was not made by our form
     */
    static NoteForm of(Map<String, String> typed) {
        String seen = typed.getOrDefault(SEEN, "");
        if (!seen.matches("\\d{1,6}")) {
            throw new BadRequestException();
        }
        return new NoteForm(Ids.of(typed.get(ID)).orElseThrow(BadRequestException::new), Integer.parseInt(seen),
                typed.getOrDefault(TEXT, "").strip());
    }

    /** The same, to be sent over what was written meanwhile. */
    NoteForm over(List<Note> versions) {
        return new NoteForm(UUID.randomUUID(), of(versions).seen(), text);
    }

    /** Whether it has more letters than fit. */
    public boolean isLong() {
        return Typed.letters(text) > LONGEST;
    }

    public int getLongest() {
        return LONGEST;
    }
}
