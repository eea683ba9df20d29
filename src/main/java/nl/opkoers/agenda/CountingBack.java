package nl.opkoers.agenda;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.agenda.ExamOutlook.Dated;
import nl.opkoers.agenda.ExamOutlook.Fit;
import nl.opkoers.agenda.ExamOutlook.Latest;
import nl.opkoers.agenda.ExamOutlook.Missing;
import nl.opkoers.agenda.ExamOutlook.NotKnown;
import nl.opkoers.law.Answer;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LegalDate;
import nl.opkoers.law.RuleKey;
import nl.opkoers.law.Situation;

/**
 * Counts back from the end of a term: the result has to be in, before that the exam taken, before that a place found, before
 * that one registered.
 *
 * @param situation whose exam it is, of which part, at which level
 */
record CountingBack(LawBook law, LocalDate today, Situation situation) {

    /**
     * The outlook for one part.
     *
     * @param term the last day of the term, if it is known
     * @param on   the day on which the exam is or was taken; empty when it is still to be booked
     */
    ExamOutlook outlook(Optional<LegalDate> term, Optional<LocalDate> on) {
        Optional<Fact> lead = ask(RuleKey.EXAM_REGISTRATION_LEAD);
        Optional<Fact> result = ask(RuleKey.EXAM_RESULT_TIME);
        Optional<Fact> retakes = ask(RuleKey.EXAM_RETAKES_TO_ALLOW);
        List<Missing> missing = new ArrayList<>();
        missing(term, Missing.TERM, missing);
        missing(lead, Missing.REGISTRATION_LEAD, missing);
        missing(result, Missing.RESULT_TIME, missing);
        missing(retakes, Missing.RETAKES, missing);
        return missing.isEmpty()
                ? dated(term.orElseThrow(), on, new Steps(result.orElseThrow(), lead.orElseThrow(), waiting()), retakes.orElseThrow())
                : new NotKnown(missing);
    }

    private Dated dated(LegalDate term, Optional<LocalDate> on, Steps steps, Fact retakes) {
        Latest last = steps.before(term.date());
        Latest sensible = last;
        for (int again = 0; again < retakes.whole(); again++) {
            // The result of the attempt before has to be in on the last day to register for the next one.
            sensible = steps.before(sensible.bookBy());
        }
        return new Dated(fit(on, sensible, last, steps), sensible, last, term, steps.waiting(),
                Stream.concat(steps.facts(), Stream.of(retakes)).toList());
    }

    private Fit fit(Optional<LocalDate> on, Latest sensible, Latest last, Steps steps) {
        return on.map(day -> steps.notYetResulted(day, today))
                .map(day -> fit(day, sensible.examBy(), last.examBy()))
                .orElseGet(() -> fit(today, sensible.bookBy(), last.bookBy()));
    }

    private static Fit fit(LocalDate day, LocalDate sensible, LocalDate last) {
        if (day.isAfter(last)) {
            return Fit.TOO_LATE;
        }
        return day.isAfter(sensible) ? Fit.JUST : Fit.WITH_ROOM;
    }

    private Answer waiting() {
        return law.ask(RuleKey.EXAM_WAITING_TIME, today, situation);
    }

    private Optional<Fact> ask(RuleKey key) {
        return law.ask(key, today, situation).known();
    }

    private static void missing(Optional<?> found, Missing what, List<Missing> missing) {
        if (found.isEmpty()) {
            missing.add(what);
        }
    }

    /** The steps of one attempt. */
    private record Steps(Fact result, Fact lead, Answer waiting) {

        /** The last days for an attempt of which the result is in on this day. */
        Latest before(LocalDate day) {
            LocalDate examBy = day.minus(result.period());
            LocalDate placed = waiting.known().map(fact -> examBy.minus(fact.period())).orElse(examBy);
            // The time between registering and the exam is longer than the lead, so a day more.
            return new Latest(placed.minus(lead.period()).minusDays(1), examBy);
        }

        /** A result that lets itself be waited for comes today at the earliest, as if the exam had been taken later. */
        LocalDate notYetResulted(LocalDate on, LocalDate today) {
            LocalDate asIf = today.minus(result.period());
            return on.isBefore(asIf) ? asIf : on;
        }

        Stream<Fact> facts() {
            return Stream.concat(Stream.of(result, lead), waiting.known().stream());
        }
    }
}
