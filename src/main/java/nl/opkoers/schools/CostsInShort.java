package nl.opkoers.schools;

import java.time.LocalDate;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.RuleKey;

/**
 * Who pays and what an hour costs, in short above the search for a school, as facts with their source. They are asked with the
 * person's own group: a fact is {@code null} when it is not known for this case. {@link CostFacts} are those of a whole page.
 */
public record CostsInShort(ParticipantGroup group, LearningRoute route, LawBook law, LocalDate today) {

    /** Whether the module on the labour market may be named: nobody in the education route has it. */
    public boolean isWithMap() {
        return route != LearningRoute.EDUCATION;
    }

    public Fact getPaidBy() {
        return fact(RuleKey.COURSE_PAID_BY);
    }

    public Fact getLessonFrom() {
        return paysByTheHour() ? fact(RuleKey.LESSON_PRICE_FROM) : null;
    }

    public Fact getLessonTo() {
        return paysByTheHour() ? fact(RuleKey.LESSON_PRICE_TO) : null;
    }

    /** That one may learn without a school; only of who certainly may. */
    public Fact getSelfStudy() {
        Fact rule = fact(RuleKey.SELF_STUDY);
        return rule == null || SelfStudy.isBarred(rule) ? null : rule;
    }

    /** Shown to who may need it, and never to those whose lessons the municipality pays. */
    public Fact getLoan() {
        return paysLessons() ? fact(RuleKey.LOAN_SCHOOL_MARK) : null;
    }

    private boolean paysByTheHour() {
        return paysLessons() && route != LearningRoute.EDUCATION;
    }

    private boolean paysLessons() {
        return group != ParticipantGroup.ASYLUM;
    }

    private Fact fact(RuleKey key) {
        return law.ask(key, today, group, route).known().orElse(null);
    }
}
