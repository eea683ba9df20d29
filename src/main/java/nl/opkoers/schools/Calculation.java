package nl.opkoers.schools;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.law.Answer;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.RuleKey;

/** An estimate as the pages show it: the form, what comes out of it, and what would change it. */
public final class Calculation {

    private final CostForm form;
    private final MyCosts costs;
    private final Inputs inputs;
    private final Outcome outcome;

    private Calculation(CostForm form, MyCosts costs) {
        this.form = form;
        this.costs = costs;
        this.inputs = costs.inputs(form);
        this.outcome = estimate(inputs);
    }

    static Calculation of(CostForm form, MyCosts costs) {
        return new Calculation(form, costs);
    }

    /** What might go otherwise. */
    public enum Change {
        /** One exam has to be done again. */
        FAIL,
        /** Lessons in the evening. */
        EVENING,
        /** Without a school. */
        ALONE
    }

    /**
     * What it would cost then.
     *
     * @param total  {@code null} when that is not known, or is not possible
     * @param counts whether the hours count then; empty where that does not change
     * @param barred the rule that makes it impossible; {@code null} when nothing does
     */
    public record WhatIf(Change change, Range total, List<Counting.Line> counts, Fact barred) {
    }

    public CostForm getForm() {
        return form;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    /** Whether the municipality pays the lessons. */
    public boolean isPaidByMunicipality() {
        return costs.mine().isPaidByMunicipality();
    }

    /** Whether it is about nobody in particular. */
    public boolean isGeneral() {
        return !costs.mine().personal();
    }

    /** Whether somebody's group is not known, so that it cannot be said whether they pay. */
    public boolean isGroupUnknown() {
        return costs.mine().personal() && costs.mine().group() == ParticipantGroup.UNKNOWN;
    }

    /** What is free and what is paid in this case. */
    public CostFacts getFacts() {
        return new CostFacts(costs.mine(), costs.law(), costs.today());
    }

    /** The address of the calculator as it is filled in. */
    public String getAddress() {
        return form.getAddress();
    }

    /** Whether there is something to show: enough was filled in, or is known without, to say what lessons cost. */
    public boolean isShown() {
        return form.getMistakes().isEmpty() && (!form.isEmpty() || inputs.hours() != null);
    }

    /**
     * Some fields of the form that belong together.
     *
     * @param open whether they are shown at once: something is filled in
     */
    public record Fields(List<CostField> all, boolean open) {
    }

    /** The fields about lessons. */
    public Fields getLessons() {
        return fields(isPaidByMunicipality() ? List.of(CostField.HOURS, CostField.LESSON)
                : List.of(CostField.HOURS, CostField.PRICE, CostField.LESSON));
    }

    /** The fields about what comes with lessons. */
    public Fields getBeside() {
        return fields(List.of(CostField.MATERIAL, CostField.TRIP, CostField.CHILDCARE));
    }

    /** The fields about exams; none where there are no exams. */
    public Fields getExams() {
        return fields(isWithExams() ? List.of(CostField.EXAMS, CostField.RETAKES) : List.of());
    }

    /** The fields about time and how it is paid. */
    public Fields getWays() {
        return fields(isPaidByMunicipality() ? List.of(CostField.MONTHS) : List.of(CostField.MONTHS, CostField.PARTNER,
                CostField.INSTALMENTS, CostField.INTEREST, CostField.PAYBACK));
    }

    private Fields fields(List<CostField> all) {
        return new Fields(all, all.stream().anyMatch(field -> !form.value(field).isEmpty()));
    }

    /** The levels that can be chosen: to where the exams are, and a step beyond. */
    public List<Level> getLevels() {
        return List.of(Level.A0, Level.A1, Level.A2, Level.B1, Level.B2);
    }

    /** Whether this route has official exams. */
    public boolean isWithExams() {
        return inputs.route() != LearningRoute.Z;
    }

    /** The course that was chosen; {@code null} when none was. */
    public LessonCourse getChosen() {
        return costs.chosen();
    }

    /** Whether a course was chosen that is not in the list. */
    public boolean isCourseGone() {
        return form.course().isPresent() && costs.chosen() == null && !isUnreachable();
    }

    /** Whether nobody can say now what the schools ask: then it is reckoned without them. */
    public boolean isUnreachable() {
        return costs.isUnreachable();
    }

    /** Of when the list of schools is, while the municipality cannot be reached; otherwise {@code null}. */
    public Instant getStaleOf() {
        return costs.listed().staleOf();
    }

    /** Whether the hours of the course that was chosen count; empty when none was. */
    public List<Counting.Line> getCounts() {
        return costs.chosen() == null ? List.of() : Counting.of(costs.chosen(), costs.mine(), costs.law(), costs.today());
    }

    /** What might go otherwise, with what it costs then. */
    public List<WhatIf> getWhatIfs() {
        if (isPaidByMunicipality()) {
            return fail().stream().toList();
        }
        return Stream.of(fail(), Optional.of(evening()), alone()).flatMap(Optional::stream).toList();
    }

    /** Empty where no exam is known that could be done again: it would seem to cost nothing. */
    private Optional<WhatIf> fail() {
        return !isWithExams() || inputs.exams() == null || inputs.exams().value().isEmpty() ? Optional.empty()
                : Optional.of(new WhatIf(Change.FAIL, estimate(inputs.failingOne()).getTotal(), List.of(), null));
    }

    private WhatIf evening() {
        Optional<Range> total = inputs.hours() == null ? Optional.empty()
                : costs.evening().map(price -> estimate(inputs.at(price)).getTotal());
        return new WhatIf(Change.EVENING, total.orElse(null), List.of(), null);
    }

    /** Empty when it cannot be said whether somebody may learn without a school, or that is not for their route. */
    private Optional<WhatIf> alone() {
        Answer rule = costs.law().ask(RuleKey.SELF_STUDY, costs.today(), costs.mine().group(), inputs.route());
        if (rule.isNotApplicable() || rule.isUnknown() && costs.mine().personal()) {
            return Optional.empty();
        }
        Optional<Fact> barred = rule.known().filter(SelfStudy::isBarred);
        return Optional.of(barred.map(fact -> new WhatIf(Change.ALONE, null, List.of(), fact))
                .orElseGet(() -> new WhatIf(Change.ALONE, estimate(inputs.alone()).getTotal(),
                        Counting.of(Counting.Lessons.alone(), costs.mine(), costs.law(), costs.today()), null)));
    }

    private Outcome estimate(Inputs of) {
        return CostEstimate.of(of, costs.law(), costs.today());
    }

    /** What is reckoned with where a field is left empty; {@code null} when it then stays unknown. */
    public Object instead(CostField field) {
        return switch (field) {
            case HOURS -> value(costs.hours(form));
            case PRICE -> value(costs.price().or(this::usualPrice));
            case MATERIAL -> value(costs.material());
            case TRIP -> value(costs.trip());
            case LESSON -> value(costs.perLesson());
            case EXAMS -> costs.exams().map(exams -> exams.value().size()).orElse(null);
            case RETAKES -> 0;
            case MONTHS -> value(costs.months());
            case CHILDCARE, PARTNER, INSTALMENTS, INTEREST, PAYBACK -> null;
        };
    }

    /** Not where the municipality pays, nor in the education route, of which the price of a whole course is known. */
    private Optional<Given<Inputs.Price>> usualPrice() {
        return isPaidByMunicipality() || inputs.route() == LearningRoute.EDUCATION ? Optional.empty()
                : CostEstimate.usualPrice(costs.law(), costs.today(), inputs.route());
    }

    private static Object value(Optional<? extends Given<?>> given) {
        return given.map(Given::value).orElse(null);
    }
}
