package nl.opkoers.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.opkoers.law.ExamPart;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.contract.Agenda;

/**
 * An item of the agenda as its owner sees it at a moment.
 *
 * @param told     what they let know about it; {@code null} when nothing
 * @param seen     when they last said that they saw it; {@code null} when never
 * @param sameTime what else is on then
 * @param now      the moment
 */
public record Card(Agenda.Item item, Told told, SeenItem seen, SameTime sameTime, Instant now) {

    private static final Set<Agenda.Kind> OF_THE_SCHOOL = Set.of(Agenda.Kind.LESSON, Agenda.Kind.SCHOOL_TEST);

    /** Whether it has ended. */
    public boolean isOver() {
        Instant end = item.begin() == null ? item.end() : new Entry.Arranged(item).end();
        return end != null && !end.isAfter(now);
    }

    /** Whether it is still to be said that what is new about it was seen. */
    public boolean isUnseen() {
        return item.id() != null && (isChangeUnseen() || isRefusalUnseen());
    }

    /** Whether it changed or is off, and neither that was seen nor anything let know about it since. */
    public boolean isChangeUnseen() {
        return (item.changed() || item.cancelled()) && !isOver() && (seen == null || seen.version < item.version())
                && (told == null || told.older());
    }

    private boolean isRefusalUnseen() {
        return told != null && !told.standing() && (seen == null || told.at().isAfter(seen.at));
    }

    /** When it was to begin before; {@code null} when it begins then, be it after it was moved and moved back. */
    public Instant getMovedFrom() {
        return item.originalBegin() == null || item.originalBegin().equals(item.begin()) ? null : item.originalBegin();
    }

    boolean isBegun() {
        return item.begin() != null && !item.begin().isAfter(now);
    }

    /** Whether something can be let know about it: it is to come, and can be named to the municipality. */
    public boolean isOpen() {
        return item.id() != null && item.begin() != null && !item.cancelled() && !isBegun();
    }

    /** Whether it is still to be said that one will be there. */
    public boolean isConfirmable() {
        return isOpen() && !says(Outgoing.Kind.CONFIRM);
    }

    /** Whether it is still to be said that one cannot come; who cannot come to an official exam tells DUO. */
    public boolean isDeclinable() {
        return isOpen() && takes(Outgoing.Kind.DECLINE) && !says(Outgoing.Kind.DECLINE);
    }

    /** Whether another time can be asked for; that of an official exam is not the municipality's to change. */
    public boolean isMovable() {
        return isOpen() && takes(Outgoing.Kind.MOVE) && !says(Outgoing.Kind.MOVE);
    }

    /** Whether anything is still to be let know about it. */
    public boolean isAnswerable() {
        return isConfirmable() || isDeclinable() || isMovable();
    }

    /** Whether this is for the municipality to hear: an official exam is cancelled and moved with DUO, which hears nothing of it. */
    boolean takes(Outgoing.Kind kind) {
        return !isExam() || kind == Outgoing.Kind.CONFIRM;
    }

    /** Whether they let the municipality know that they cannot come to an official exam, by which DUO does not know it. */
    public boolean isUnknownToDuo() {
        return isExam() && isOpen() && told != null && told.what() == Outgoing.Kind.DECLINE;
    }

    /** Whether another time was asked for, and the municipality has not said yet what becomes of that. */
    public boolean isTimeAsked() {
        return isOpen() && takes(Outgoing.Kind.MOVE) && says(Outgoing.Kind.MOVE);
    }

    /** Whether they may expect to hear from the municipality: for a lesson that somebody misses comes no other one. */
    public boolean isAnswerAwaited() {
        return isTimeAsked() || isOpen() && takes(Outgoing.Kind.DECLINE) && !isOfTheSchool() && says(Outgoing.Kind.DECLINE);
    }

    private boolean says(Outgoing.Kind kind) {
        return told != null && told.says(kind);
    }

    public boolean isExam() {
        return item.kind() == Agenda.Kind.EXAM;
    }

    public boolean isSchoolTest() {
        return item.kind() == Agenda.Kind.SCHOOL_TEST;
    }

    /** The part of the exam; {@code null} for anything else, and for a part that is not recognised. */
    public ExamPart getExamPart() {
        return item.exam() == null ? null : ExamPart.ofCode(item.exam().partCode()).orElse(null);
    }

    /** Whether the school reads what is let know about it; otherwise the municipality does. */
    public boolean isOfTheSchool() {
        return OF_THE_SCHOOL.contains(item.kind());
    }

    /** The other times that the municipality knows to have been asked for, as long as that stands. */
    public List<Agenda.Proposal> getProposals() {
        return item.reply() == null || !says(Outgoing.Kind.MOVE) ? List.of() : item.reply().proposals().stream()
                .filter(time -> time.begin() != null && time.end() != null).toList();
    }
}
