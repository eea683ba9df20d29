package nl.opkoers.dossier;

import java.time.LocalDate;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.Fact;
import nl.opkoers.municipality.contract.Part;

/**
 * One part of the plan as the page shows it: what it is, how far it is, who says so and since when.
 *
 * @param exam     which exam part, for {@link Kind#EXAM}; {@code null} otherwise
 * @param level    the level to reach; {@code null} where there is none
 * @param below    that an exam was passed, but lower than the plan asks; {@code null} when it was not
 * @param done     hours done; {@code null} where none are counted or the number is not known
 * @param target   hours to do, as the law or the municipality says; {@code null} where there is no target
 * @param on       the day that goes with the state: done on, planned on, taken on; {@code null} when not known
 * @param attempts free attempts left; {@code null} when not known or not an exam
 * @param told     the part of the dossier this was read from; {@code null} when the dossier says nothing of it
 * @param rule     the rule why this is a part at all; {@code null} when no rule says so
 */
public record PlanPart(Kind kind, State state, ExamPart exam, String level, Below below, Integer done, Integer target, LocalDate on,
        Integer attempts, Part told, Fact rule) {

    /** What the parts of a plan are, in the order in which they are shown. */
    public enum Kind {
        INTAKE, LEARNABILITY, SCHOOL, EXAM, PROGRAMME, LANGUAGEHOURS, PARTICIPATION, PVT, MAP, CLOSING
    }

    /** At which level an exam was passed, and which higher one the plan asks. */
    public record Below(String passed, String asked) {
    }

    /** How far a part is. */
    public enum State {
        /** Not begun. */
        NOTYET,
        /** A date is known. */
        PLANNED,
        /** Under way. */
        BUSY,
        /** Someone else is at work on it. */
        WAITING,
        /** Tried, and it may be done again. */
        AGAIN,
        /** Passed below the level of the plan. Only the municipality decides whether that is enough (scaling down, Besluit inburgering). */
        BELOW,
        DONE,
        /** DUO decided that this need not be done. */
        NOTNEEDED,
        /** Nothing is known about it. */
        UNKNOWN
    }

    public boolean isFinished() {
        return state == State.DONE || state == State.NOTNEEDED;
    }

    /** Whether hours are counted, and the day is the one up to which they are known. */
    public boolean isCounted() {
        return kind == Kind.LANGUAGEHOURS || kind == Kind.PARTICIPATION;
    }

    static Builder part(Kind kind, State state) {
        return new Builder(kind, state);
    }

    /** Puts a part together out of the few things that this kind of part has. */
    static final class Builder {
        private final Kind kind;
        private final State state;
        private ExamPart exam;
        private String level;
        private Below below;
        private Integer done;
        private Integer target;
        private LocalDate on;
        private Integer attempts;
        private Part told;
        private Fact rule;

        private Builder(Kind kind, State state) {
            this.kind = kind;
            this.state = state;
        }

        Builder exam(ExamPart part, String newLevel) {
            this.exam = part;
            this.level = newLevel;
            return this;
        }

        Builder below(Below lower) {
            this.below = lower;
            return this;
        }

        Builder hours(Integer newDone, Integer newTarget) {
            this.done = newDone;
            this.target = newTarget;
            return this;
        }

        Builder on(LocalDate day) {
            this.on = day;
            return this;
        }

        Builder attempts(Integer left) {
            this.attempts = left;
            return this;
        }

        Builder told(Part by) {
            this.told = by;
            return this;
        }

        PlanPart because(Fact fact) {
            this.rule = fact;
            return new PlanPart(kind, state, exam, level, below, done, target, on, attempts, told, rule);
        }

        PlanPart withoutRule() {
            return because(null);
        }
    }
}
