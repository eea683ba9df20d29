package nl.opkoers.schools;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.RuleKey;

/**
 * What is free and what is paid, on the page about costs, as facts with their source and date. A fact is {@code null} when it
 * is not known. What is paid is asked with the group of who pays the school, whatever somebody's own is: the page says whose
 * it is. {@link CostsInShort} asks with the person's own.
 */
public record CostFacts(MyCase mine, LawBook law, LocalDate today) {

    public boolean isGeneral() {
        return !mine.personal();
    }

    /** Whether the municipality chooses and pays. */
    public boolean isPaidByMunicipality() {
        return mine.isPaidByMunicipality();
    }

    /** Whether somebody's group is not known, so that it cannot be said whether they pay. */
    public boolean isGroupUnknown() {
        return mine.personal() && mine.group() == ParticipantGroup.UNKNOWN;
    }

    /** Whether the module on the labour market may be named: nobody in the education route has it. */
    public boolean isWithMap() {
        return mine.route() != LearningRoute.EDUCATION;
    }

    /** Whether there are exams to pay. */
    public boolean isWithExams() {
        return mine.route() != LearningRoute.Z;
    }

    public Fact getFree() {
        return law.ask(RuleKey.FREE_PARTS, today, mine.group(), mine.route()).known().orElse(null);
    }

    /** That the municipality pays for who came for asylum. */
    public Fact getArranged() {
        return law.ask(RuleKey.COURSE_PAID_BY, today, ParticipantGroup.ASYLUM, mine.route()).known().orElse(null);
    }

    /** How many attempts at each exam part are free for who came for asylum. */
    public Fact getFreeAttempts() {
        return isWithExams() ? law.ask(RuleKey.EXAM_FREE_ATTEMPTS, today, ParticipantGroup.ASYLUM, mine.route()).known().orElse(null) : null;
    }

    /** That the others choose and pay themselves. */
    public Fact getPaidBy() {
        return fact(RuleKey.COURSE_PAID_BY);
    }

    /** What an hour costs; in the education route the price of a whole course is known instead. */
    public Priced getHour() {
        return mine.route() == LearningRoute.EDUCATION ? null : priced(RuleKey.LESSON_PRICE_FROM, RuleKey.LESSON_PRICE_TO);
    }

    /** What the hours cost that the route asks, or, in the B1-route, those before an exam may be taken at A2. */
    public Worked getHours() {
        RuleKey key = mine.route() == LearningRoute.Z ? RuleKey.DUTY_LANGUAGE_HOURS : RuleKey.LEVEL_REDUCTION_HOURS;
        Optional<Fact> hours = payer(key, mine.route() == null ? LearningRoute.B1 : mine.route());
        Priced hour = getHour();
        return hours.isEmpty() || hour == null ? null : new Worked(hours.get().whole(),
                hour.range().times(Span.exactly(hours.get().whole())), hours.get());
    }

    /** What another source says that a whole course costs; it contradicts the hours at their price, so both are shown. */
    public Priced getCourse() {
        return mine.route() == LearningRoute.EDUCATION ? null : priced(RuleKey.COURSE_TOTAL_FROM, RuleKey.COURSE_TOTAL_TO);
    }

    /** What the whole course of the education route costs. */
    public Priced getEducation() {
        LearningRoute route = mine.route() == null ? LearningRoute.EDUCATION : mine.route();
        return priced(RuleKey.EDUCATION_PRICE_FROM, RuleKey.EDUCATION_PRICE_TO, route);
    }

    public Fact getExam() {
        return isWithExams() ? fact(RuleKey.EXAM_PRICE) : null;
    }

    public Fact getExams() {
        return isWithExams() && mine.route() != LearningRoute.EDUCATION ? fact(RuleKey.EXAM_PRICE_ALL_PARTS) : null;
    }

    /** What is known of a loan, one thing after the other. */
    public List<Fact> getLoan() {
        return isPaidByMunicipality() ? List.of() : Stream.of(RuleKey.LOAN_SCHOOL_MARK, RuleKey.LOAN_PAID_TO, RuleKey.LOAN_INTEREST,
                RuleKey.LOAN_DEPENDS_ON, RuleKey.LOAN_REMISSION).map(this::fact).flatMap(Stream::ofNullable).toList();
    }

    /** How much interest a loan bears; {@code null} as long as no source tells it. */
    public Fact getInterest() {
        return fact(RuleKey.LOAN_INTEREST_RATE);
    }

    /** That one may learn without a school. */
    public Fact getSelfStudy() {
        return payer(RuleKey.SELF_STUDY, mine.route() == null ? LearningRoute.B1 : mine.route())
                .filter(fact -> !SelfStudy.isBarred(fact)).orElse(null);
    }

    /** A price between two facts of one source. */
    public record Priced(Range range, Fact rule) {
    }

    /** What so many hours cost. */
    public record Worked(Integer hours, Range range, Fact rule) {
    }

    private Priced priced(RuleKey least, RuleKey most) {
        return priced(least, most, mine.route());
    }

    private Priced priced(RuleKey least, RuleKey most, LearningRoute route) {
        return payer(least, route).flatMap(from -> payer(most, route)
                .map(to -> new Priced(Range.between(from.amount(), to.amount()), to))).orElse(null);
    }

    private Fact fact(RuleKey key) {
        return payer(key, mine.route()).orElse(null);
    }

    private Optional<Fact> payer(RuleKey key, LearningRoute route) {
        return law.ask(key, today, ParticipantGroup.FAMILY_OR_OTHER, route).known();
    }
}
