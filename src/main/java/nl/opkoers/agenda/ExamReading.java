package nl.opkoers.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.opkoers.agenda.ExamCard.About;
import nl.opkoers.agenda.ExamCard.FreeAttempts;
import nl.opkoers.agenda.ExamCard.Move;
import nl.opkoers.agenda.ExamCard.Stage;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.PlanPart;
import nl.opkoers.law.Answer;
import nl.opkoers.law.Estimate;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LegalDate;
import nl.opkoers.law.RuleKey;
import nl.opkoers.law.Situation;
import nl.opkoers.municipality.contract.Exams;

/** Reads each exam part of a plan beside what DUO registered and what the law book knows. */
record ExamReading(Course course, Optional<LegalDate> lastDay, LawBook law) {

    ExamCard card(PlanPart part) {
        Optional<Exams.PartRecord> record = Optional.ofNullable(course.dossier().exams()).flatMap(exams -> exams.of(part.exam()));
        Stage stage = stage(part.state());
        LocalDate on = part.on();
        LanguageLevel level = level(part, stage, record);
        Situation situation = situation(part, level);
        CountingBack back = new CountingBack(law, course.today(), situation);
        Optional<LocalDate> attempt = Optional.ofNullable(on)
                .filter(day -> stage == Stage.BOOKED || stage == Stage.AWAITING_RESULT);
        return new ExamCard(part.exam(), level, part.below(), stage, on,
                stage == Stage.BOOKED ? record.map(Exams.PartRecord::planned).map(Exams.Planned::meeting).orElse(null) : null,
                attempt.flatMap(day -> resultBy(day, situation)),
                stage == Stage.BOOKED ? Move.of(on, course.today(), law) : Optional.empty(),
                stage.isFinished() ? Optional.empty() : freeAttempts(part, situation),
                About.of(law, course.today(), situation),
                stage.isFinished() ? Optional.empty() : Optional.of(outlook(stage, back, attempt)), part.told(), part.rule());
    }

    /** By the rule of the day of the exam, as Home says it. */
    private Optional<Estimate> resultBy(LocalDate day, Situation situation) {
        return law.ask(RuleKey.EXAM_RESULT_TIME, day, situation).known().map(fact -> new Estimate(day.plus(fact.period()), fact));
    }

    private ExamOutlook outlook(Stage stage, CountingBack back, Optional<LocalDate> attempt) {
        return stage == Stage.UNKNOWN ? new ExamOutlook.NotKnown(List.of(ExamOutlook.Missing.EXAMS)) : back.outlook(lastDay, attempt);
    }

    private static Stage stage(PlanPart.State state) {
        return switch (state) {
            case DONE -> Stage.PASSED;
            case NOTNEEDED -> Stage.NOT_NEEDED;
            case PLANNED -> Stage.BOOKED;
            case WAITING -> Stage.AWAITING_RESULT;
            case AGAIN -> Stage.AGAIN;
            case BELOW -> Stage.BELOW;
            case NOTYET, BUSY -> Stage.TO_BOOK;
            case UNKNOWN -> Stage.UNKNOWN;
        };
    }

    /** The level of what is booked or taken; that of the plan for what is still to be booked. KNM has none. */
    private static LanguageLevel level(PlanPart part, Stage stage, Optional<Exams.PartRecord> record) {
        if (!part.exam().isLanguageSkill()) {
            return null;
        }
        Optional<LanguageLevel> own = switch (stage) {
            case BOOKED -> record.flatMap(ExamReading::bookedLevel);
            case AWAITING_RESULT -> record.flatMap(ExamReading::takenLevel);
            default -> Optional.empty();
        };
        return own.orElse(planLevel(part));
    }

    private static Optional<LanguageLevel> takenLevel(Exams.PartRecord record) {
        return record.latest().filter(Exams.Attempt::awaitingResult).map(Exams.Attempt::levelCode).flatMap(LanguageLevel::ofCode)
                .or(() -> bookedLevel(record));
    }

    private static Optional<LanguageLevel> bookedLevel(Exams.PartRecord record) {
        return Optional.ofNullable(record.planned()).map(Exams.Planned::levelCode).flatMap(LanguageLevel::ofCode);
    }

    private static LanguageLevel planLevel(PlanPart part) {
        return LanguageLevel.ofCode(part.level()).orElse(null);
    }

    private Situation situation(PlanPart part, LanguageLevel level) {
        return Situation.of(course.getGroup(), course.getRoute()).forPart(part.exam()).atLevel(level);
    }

    /** Only for whom the law gives free attempts, or may give them as far as is known; what is left is for DUO to say. */
    private Optional<FreeAttempts> freeAttempts(PlanPart part, Situation situation) {
        Answer answer = law.ask(RuleKey.EXAM_FREE_ATTEMPTS, course.today(), situation);
        Optional<Fact> rule = answer.known();
        return answer.isNotApplicable() ? Optional.empty() : Optional.of(new FreeAttempts(part.attempts(), rule));
    }
}
