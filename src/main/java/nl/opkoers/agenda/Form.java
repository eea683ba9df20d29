package nl.opkoers.agenda;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.contract.Agenda;

/**
 * The forms of an item, one of them perhaps as it was typed.
 *
 * @param open     which one; {@code null} when nothing was typed yet
 * @param typed    what was typed in it, by field
 * @param mistakes what is wrong with that
 */
public record Form(Outgoing.Kind open, Map<String, String> typed, List<Mistake> mistakes) {

    static final int MOST_PROPOSALS = 3;
    /** As the contract has it, in characters. */
    static final int LONGEST_NOTE = 500;

    static final String ID = "id";
    static final String VERSION = "version";
    static final String REASON = "reason";
    static final String NOTE = "note";
    static final String DATE = "date";
    static final String FROM = "from";
    static final String TO = "to";

    /** Nothing typed yet. */
    static Form empty() {
        return new Form(null, Map.of(), List.of());
    }

    /**
     * Something that is wrong.
     *
     * @param field the name of the field where it is to be mended
     */
    public record Mistake(String field, What what) {
    }

    /** What is wrong with a field. */
    public enum What {
        /** None of the reasons. */
        REASON,
        /** More than fits. */
        LONG,
        /** No time is proposed at all. */
        NONE,
        /** No day, or none that exists. */
        DAY,
        /** No time, or none that exists on that day. */
        TIME,
        /** It has gone by. */
        PAST,
        /** It ends before it begins, or at once. */
        ORDER
    }

    /** A field with what was typed in it and what is wrong with that, if anything. */
    public record Field(String name, String value, Mistake mistake) {
    }

    /** One proposal. */
    public record Proposed(int number, Field date, Field from, Field to) {
    }

    /** The form by which somebody says that they will be there. */
    public Form getConfirm() {
        return only(Outgoing.Kind.CONFIRM);
    }

    /** The form by which somebody says that they cannot come. */
    public Form getDecline() {
        return only(Outgoing.Kind.DECLINE);
    }

    /** The form by which somebody asks for another time. */
    public Form getMove() {
        return only(Outgoing.Kind.MOVE);
    }

    private Form only(Outgoing.Kind kind) {
        return open == kind ? this : empty();
    }

    /** Whether this is the one that somebody is busy with. */
    public boolean isOpened() {
        return open != null;
    }

    /** The id of what is sent: that of the form that was typed, or a new one. */
    public String getId() {
        return typed.getOrDefault(ID, Fresh.id());
    }

    /** What the ids of its fields begin with, on a page that has more than one form. */
    public String getPrefix() {
        return open.name().toLowerCase(Locale.ROOT);
    }

    public List<Agenda.Reason> getReasons() {
        return List.of(Agenda.Reason.values());
    }

    public Field getNote() {
        return field(NOTE);
    }

    public Field getReason() {
        return field(REASON);
    }

    /** The proposals, typed or not. */
    public List<Proposed> getProposals() {
        return IntStream.rangeClosed(1, MOST_PROPOSALS)
                .mapToObj(number -> new Proposed(number, field(DATE + number), field(FROM + number), field(TO + number)))
                .toList();
    }

    Field field(String name) {
        return new Field(name, typed.getOrDefault(name, ""),
                mistakes.stream().filter(mistake -> mistake.field().equals(name)).findFirst().orElse(null));
    }

    /** How many letters a note may have. */
    public int getLongestNote() {
        return LONGEST_NOTE;
    }
}
