package nl.opkoers.agenda;

import java.time.Instant;
import java.time.LocalDate;
import nl.opkoers.language.Dates;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.municipality.contract.Agenda;

/**
 * Cancelling or moving an official exam, which is done with DUO: what the municipality hears does not reach it.
 *
 * @param moving until when that can be done; {@code null} when it is not known
 * @param site   the address where one signs in with DUO; {@code null} when it is not known
 * @param today  the day on which it is read
 */
public record ExamAtDuo(ExamCard.Move moving, Fact site, LocalDate today) {

    /** @param exam one with a begin */
    static ExamAtDuo of(Agenda.Item exam, LawBook law, Instant now) {
        LocalDate today = Dates.dayOf(now);
        return new ExamAtDuo(ExamCard.Move.of(Dates.dayOf(exam.begin()), today, law).orElse(null),
                law.ask(RuleKey.EXAM_REGISTRATION_SITE, today).known().orElse(null), today);
    }
}
