package nl.opkoers.agenda;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.PlanPart;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LegalDate;
import nl.opkoers.law.TermClock;
import nl.opkoers.municipality.contract.Agenda;

/**
 * The official exams of one person, planned back from the end of the term.
 *
 * @param cards     one for each part that the law asks of this person, in the order of the plan; empty when it asks none, and
 *                  also when it cannot be said what it asks (see {@link Course#isPartsUnknown()})
 * @param extension asking for more time; empty when the term or the rule is not known
 */
public record ExamPlanning(List<ExamCard> cards, Optional<Extension> extension) {

    public ExamPlanning {
        cards = List.copyOf(cards);
    }

    /** The planning as it stands on the day of the course. */
    public static ExamPlanning of(Course course, LawBook law) {
        Optional<TermClock> term = course.clocks().calendar();
        ExamReading reading = new ExamReading(course, term.map(TermClock::lastDay), law);
        return new ExamPlanning(course.parts().stream().filter(part -> part.kind() == PlanPart.Kind.EXAM).map(reading::card).toList(),
                term.flatMap(TermClock::extensionFrom)
                        .map(from -> new Extension(from, !course.today().isBefore(from.date()))));
    }

    /** The part for which to register first, of those that still fit; empty when there is none. */
    public Optional<ExamCard> next() {
        return cards.stream().filter(card -> card.stage().isToBook() && card.dated().isPresent() && !card.isTooLate())
                .min(Comparator.comparing(ExamPlanning::bookBy));
    }

    /** Whether some part no longer fits in the term, so that it is to be said what can be asked for. */
    public boolean isTooLate() {
        return cards.stream().anyMatch(ExamCard::isTooLate);
    }

    /** Whether nothing of the exams is left to be done; not when there are none. */
    public boolean isFinished() {
        return !cards.isEmpty() && cards.stream().allMatch(card -> card.stage().isFinished());
    }

    /** The card of a part. */
    public Optional<ExamCard> of(ExamPart part) {
        return cards.stream().filter(card -> card.part() == part).findFirst();
    }

    /** The card that belongs to an official exam in the agenda; none for a test of the school, whatever it calls itself. */
    public Optional<ExamCard> of(Agenda.Item item) {
        return item.kind() == Agenda.Kind.EXAM && item.exam() != null
                ? ExamPart.ofCode(item.exam().partCode()).flatMap(this::of) : Optional.empty();
    }

    private static LocalDate bookBy(ExamCard card) {
        return card.dated().orElseThrow().sensible().bookBy();
    }

    /**
     * Asking DUO for more time.
     *
     * @param from the first day on which it can be asked for
     * @param open whether that day has come
     */
    public record Extension(LegalDate from, boolean open) {
    }
}
