package nl.opkoers.dossier;

import java.time.LocalDate;
import java.util.Optional;
import nl.opkoers.language.Dates;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.law.Situation;
import nl.opkoers.municipality.contract.Exams;
import nl.opkoers.municipality.contract.Meeting;

/**
 * An official exam that was taken and of which the result is not known yet. The one rule for it, so that no page asks
 * somebody to book what they sat yesterday.
 *
 * @param on        the day on which it was taken
 * @param levelCode at which level, as DUO writes it; {@code null} when it is not known or has none
 */
record AwaitedResult(LocalDate on, String levelCode) {

    /**
     * The exam of a part of which the result is awaited. A booked exam that has gone by counts as
     * taken while no attempt of that day or later is registered, but only for as long as a result may take: after that
     * nobody knows what became of it.
     *
     * @param planned the level in the plan, for a booking that names none; {@code null} when not known
     */
    static Optional<AwaitedResult> of(Exams.PartRecord record, LanguageLevel planned, LocalDate today, LawBook law) {
        return goneBy(record, planned, today, law).or(() -> record.latest()
                .filter(attempt -> attempt.awaitingResult() && attempt.takenOn() != null && !attempt.takenOn().isAfter(today))
                .map(attempt -> new AwaitedResult(attempt.takenOn(), attempt.levelCode())));
    }

    private static Optional<AwaitedResult> goneBy(Exams.PartRecord record, LanguageLevel planned, LocalDate today, LawBook law) {
        Optional<Exams.Planned> booking = Optional.ofNullable(record.planned());
        String level = booking.map(Exams.Planned::levelCode).orElse(null);
        return booking.map(Exams.Planned::meeting).filter(meeting -> meeting.begin() != null && !meeting.cancelled())
                .map(AwaitedResult::day).filter(day -> !day.isAfter(today) && !registeredSince(day, record))
                .filter(day -> law.ask(RuleKey.EXAM_RESULT_TIME, today, situation(record, level, planned)).known()
                        .filter(fact -> !day.plus(fact.period()).isBefore(today)).isPresent())
                .map(day -> new AwaitedResult(day, level));
    }

    /** Whoever signed off from a later one has sat this one all the same. */
    private static boolean registeredSince(LocalDate day, Exams.PartRecord record) {
        return record.attempts().stream().filter(attempt -> attempt.takenOn() != null)
                .anyMatch(attempt -> attempt.signedOff() ? attempt.takenOn().equals(day) : !attempt.takenOn().isBefore(day));
    }

    private static Situation situation(Exams.PartRecord record, String level, LanguageLevel planned) {
        return Situation.anyone().forPart(ExamPart.ofCode(record.partCode()).orElse(null))
                .atLevel(LanguageLevel.ofCode(level).orElse(planned));
    }

    private static LocalDate day(Meeting meeting) {
        return Dates.dayOf(meeting.begin());
    }
}
