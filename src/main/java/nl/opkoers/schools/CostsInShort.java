package nl.opkoers.schools;

import java.time.LocalDate;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.RuleKey;

/** What is free and what is paid, as facts with their source. A fact is {@code null} when it is not known for this case. */
public record Costs(ParticipantGroup group, LearningRoute route, LawBook law, LocalDate today) {

    public Fact getFree() {
        return fact(RuleKey.FREE_PARTS);
    }

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

    /** Not for asylum holders, whose first attempts are free, nor in the Z-route, which has no exams. */
    public Fact getExam() {
        return paysLessons() && route != LearningRoute.Z ? fact(RuleKey.EXAM_PRICE) : null;
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
