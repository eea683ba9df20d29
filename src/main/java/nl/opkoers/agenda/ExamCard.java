package nl.opkoers.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.opkoers.dossier.PlanPart;
import nl.opkoers.law.Estimate;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.law.Situation;
import nl.opkoers.municipality.contract.Meeting;
import nl.opkoers.municipality.contract.Part;

/**
 * One part of the official exam, as a card. A test of the school never becomes one.
 *
 * @param level        the level at which it is or was taken, or has to be; {@code null} for KNM and when it is not known
 * @param below        that it was passed, but lower than the plan asks; {@code null} when it was not
 * @param on           the day of its stage: passed on, booked for, taken on, last tried on; {@code null} when there is none
 * @param booked       when and where, for {@link Stage#BOOKED}; {@code null} otherwise
 * @param resultBy     when to expect the result at the latest, of an exam that is booked or taken
 * @param move         until when it can be moved, of an exam that is booked
 * @param freeAttempts for who has any; empty for who certainly has none and when it no longer matters
 * @param about        what the part is like
 * @param outlook      how it stands against the end of the term; empty when nothing is left to be done
 * @param told         where this was read; {@code null} when the dossier says nothing of the exams
 * @param rule         why it has to be done
 */
public record ExamCard(ExamPart part, LanguageLevel level, PlanPart.Below below, Stage stage, LocalDate on, Meeting booked,
        Optional<Estimate> resultBy, Optional<Move> move, Optional<FreeAttempts> freeAttempts, About about,
        Optional<ExamOutlook> outlook, Part told, Fact rule) {

    /** How far a part is. */
    public enum Stage {
        PASSED,
        /** DUO decided that it need not be done. */
        NOT_NEEDED,
        /** There is a day for it. */
        BOOKED,
        /** Taken, and the result is not known yet. */
        AWAITING_RESULT,
        /** Taken without passing. */
        AGAIN,
        /** Passed below the level of the plan. */
        BELOW,
        TO_BOOK,
        /** The dossier says nothing of the exams. */
        UNKNOWN;

        /** Whether there is nothing left to do. */
        public boolean isFinished() {
            return this == PASSED || this == NOT_NEEDED;
        }

        /** Whether it is up to the person to register. */
        public boolean isToBook() {
            return this == TO_BOOK || this == AGAIN || this == BELOW;
        }
    }

    /** Whether it can be said that it no longer fits in the term. */
    public boolean isTooLate() {
        return dated().filter(outlook -> outlook.fit() == ExamOutlook.Fit.TOO_LATE).isPresent();
    }

    /** The outlook with its dates, when those could be worked out. */
    public Optional<ExamOutlook.Dated> dated() {
        return outlook.filter(ExamOutlook.Dated.class::isInstance).map(ExamOutlook.Dated.class::cast);
    }

    /**
     * How many attempts cost nothing.
     *
     * @param left how many are left, as DUO says; {@code null} when it is not known
     * @param rule how many there were; empty when it is not certain that the rule is for this person
     */
    public record FreeAttempts(Integer left, Optional<Fact> rule) {
    }

    /**
     * Until when a booked exam can be moved. The sources differ, so each is shown.
     *
     * @param until the last day on which it is safe, which is the portal's advice
     * @param rules the advice first, then what each source says
     */
    public record Move(LocalDate until, List<Fact> rules) {

        public Move {
            rules = List.copyOf(rules);
        }

        static Optional<Move> of(LocalDate exam, LocalDate today, LawBook law) {
            return law.ask(RuleKey.EXAM_MOVE_BEFORE_ADVICE, today).known().map(advice -> new Move(exam.minus(advice.period()),
                    List.of(RuleKey.EXAM_MOVE_BEFORE_ADVICE, RuleKey.EXAM_MOVE_BEFORE_SPECIFICATION,
                            RuleKey.EXAM_MOVE_BEFORE_EXAM_RULES).stream()
                            .flatMap(key -> law.ask(key, today).known().stream()).toList()));
        }

        /** Whether it is still safe to move it. */
        public boolean possibleOn(LocalDate day) {
            return !day.isAfter(until);
        }
    }

    /**
     * What a part is like; whatever is empty is not known.
     *
     * @param questions    how many questions or tasks
     * @param minutes      how long it takes
     * @param price        what one attempt costs
     * @param register     the address where one registers
     * @param practise     the address where one finds official exams to practise with
     */
    public record About(Optional<Fact> questions, Optional<Fact> minutes, Optional<Fact> price, Optional<Fact> register,
            Optional<Fact> practise) {

        static About of(LawBook law, LocalDate today, Situation situation) {
            return new About(known(RuleKey.EXAM_QUESTIONS, law, today, situation), known(RuleKey.EXAM_MINUTES, law, today, situation),
                    known(RuleKey.EXAM_PRICE, law, today, situation), known(RuleKey.EXAM_REGISTRATION_SITE, law, today, situation),
                    known(RuleKey.EXAM_PRACTICE_SITE, law, today, situation));
        }

        private static Optional<Fact> known(RuleKey key, LawBook law, LocalDate today, Situation situation) {
            return law.ask(key, today, situation).known();
        }
    }
}
