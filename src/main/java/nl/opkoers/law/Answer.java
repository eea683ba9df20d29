package nl.opkoers.law;

import java.util.Optional;

/** What the law book says when asked: a fact, that the rule is not for this case, or that it is not known. */
public sealed interface Answer permits Answer.Known, Answer.NotApplicable, Answer.Unknown {

    /** The fact that holds, or nothing when the rule does not apply or is not known. */
    default Optional<Fact> known() {
        return Optional.empty();
    }

    /** Whether it is certain that the rule is not for this case. */
    default boolean isNotApplicable() {
        return false;
    }

    /** Whether the book cannot tell: nothing is in force, or it depends on something not known of the person. */
    default boolean isUnknown() {
        return false;
    }

    /** The rule holds in this case. */
    record Known(Fact fact) implements Answer {
        @Override
        public Optional<Fact> known() {
            return Optional.of(fact);
        }

        /** The value of the fact. */
        public FactValue value() {
            return fact.value();
        }
    }

    /**
     * The rule exists, but certainly not for this case.
     *
     * @param fact the rule as it holds for others, so that its source can be shown
     */
    record NotApplicable(Fact fact) implements Answer {
        @Override
        public boolean isNotApplicable() {
            return true;
        }
    }

    /** Not known: say so, and do not guess. */
    record Unknown(RuleKey key) implements Answer {
        @Override
        public boolean isUnknown() {
            return true;
        }
    }
}
