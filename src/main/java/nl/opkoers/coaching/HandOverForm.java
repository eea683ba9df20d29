package nl.opkoers.coaching;

import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.contact.Turn;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/**
 * The form by which conversations go to a colleague, as it is filled in.
 *
 * @param id       made with the form, so that two taps are one
 * @param to       the id of a colleague
 * @param note     in Dutch, which the person reads too; empty when there is none
 * @param seen     the position of the last turn that the coach had before them; 0 where it is about many
 * @param mistakes what is wrong with it
 */
record HandOverForm(UUID id, String to, String note, int seen, List<Mistake> mistakes) {

    /** What is wrong with it. */
    public enum Mistake {
        /** No colleague was chosen, or nobody whom one can choose. */
        TO,
        /** The note has more letters than fit. */
        LONG,
        /** A colleague wrote in it meanwhile. */
        OVERTAKEN
    }

    static final String ID = "id";
    static final String TO = "to";
    static final String NOTE = "note";
    static final String SEEN = "seen";

    static HandOverForm empty(int seen) {
        return new HandOverForm(UUID.randomUUID(), "", "", seen, List.of());
    }

    /**
     * What was sent, or kept.
     *
     * @throws BadRequestException when it was not made by our form
     */
    static HandOverForm of(Map<String, String> typed) {
        String seen = typed.getOrDefault(SEEN, "");
        if (!seen.matches("\\d{1,6}")) {
            throw new BadRequestException();
        }
        return new HandOverForm(Ids.of(typed.get(ID)).orElseThrow(BadRequestException::new),
                typed.getOrDefault(TO, "").strip(), typed.getOrDefault(NOTE, "").strip(),
                Integer.parseInt(seen), List.of());
    }

    /** The same with what is wrong with it. @param known whether there is such a colleague */
    HandOverForm checked(boolean known) {
        List<Mistake> wrong = new ArrayList<>();
        if (!known) {
            wrong.add(Mistake.TO);
        }
        if (Typed.letters(note) > Turn.LONGEST_NOTE) {
            wrong.add(Mistake.LONG);
        }
        return new HandOverForm(id, to, note, seen, List.copyOf(wrong));
    }

    /** The same, to be sent once more by who has read what was written meanwhile. */
    HandOverForm overtaken(int now) {
        return new HandOverForm(UUID.randomUUID(), to, note, now, List.of(Mistake.OVERTAKEN));
    }
}
