package nl.opkoers.schools;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.RuleKey;
import nl.opkoers.schools.Outcome.Kind;
import nl.opkoers.schools.Outcome.Means;
import nl.opkoers.schools.Outcome.Part;
import nl.opkoers.schools.Outcome.Way;

/**
 * What learning will cost: a pure function of dated facts and of what is known of somebody's case. What is not known stays
 * unknown and is in no total.
 */
public final class CostEstimate {

    private static final MathContext EXACT = MathContext.DECIMAL64;
    /** From per cent a year to a share a month. */
    private static final BigDecimal YEARLY_PER_CENT = BigDecimal.valueOf(1200);

    private final Inputs inputs;
    private final LawBook law;
    private final LocalDate today;

    private CostEstimate(Inputs inputs, LawBook law, LocalDate today) {
        this.inputs = inputs;
        this.law = law;
        this.today = today;
    }

    /** The estimate with the facts of this day. */
    public static Outcome of(Inputs inputs, LawBook law, LocalDate today) {
        return new CostEstimate(inputs, law, today).outcome();
    }

    private Outcome outcome() {
        List<Part> parts = new ArrayList<>(List.of(lessons(), given(Kind.MATERIAL, inputs.material()), travel()));
        if (inputs.route() != LearningRoute.Z) {
            parts.addAll(exams());
        }
        parts.add(given(Kind.CHILDCARE, inputs.childcare()));
        Outcome amounts = new Outcome(parts, List.of(), inputs.months());
        boolean nothingToDivide = isPaidByMunicipality() || !amounts.isLessonsKnown();
        return nothingToDivide ? amounts : new Outcome(parts, ways(amounts), inputs.months());
    }

    private boolean isPaidByMunicipality() {
        return inputs.group() == ParticipantGroup.ASYLUM;
    }

    private Part lessons() {
        if (isPaidByMunicipality()) {
            return new Part(Kind.LESSONS, Range.NOTHING, rules(RuleKey.COURSE_PAID_BY));
        }
        if (inputs.hours() != null && inputs.hours().value().to() == 0) {
            return new Part(Kind.LESSONS, Range.NOTHING, inputs.hours().bases());
        }
        if (inputs.price() == null && inputs.route() == LearningRoute.EDUCATION) {
            return byFacts(RuleKey.EDUCATION_PRICE_FROM, RuleKey.EDUCATION_PRICE_TO);
        }
        Given<Inputs.Price> price = inputs.price() == null ? usualPrice().orElse(null) : inputs.price();
        if (price == null || inputs.hours() == null) {
            return new Part(Kind.LESSONS, null, List.of());
        }
        return new Part(Kind.LESSONS, price.value().of(inputs.hours().value()), together(price, inputs.hours()));
    }

    private Part byFacts(RuleKey least, RuleKey most) {
        Optional<Fact> from = fact(least);
        Optional<Fact> to = fact(most);
        return from.isEmpty() || to.isEmpty() ? new Part(Kind.LESSONS, null, List.of())
                : new Part(Kind.LESSONS, Range.between(from.get().amount(), to.get().amount()), rules(most));
    }

    private Optional<Given<Inputs.Price>> usualPrice() {
        return usualPrice(law, today, inputs.route());
    }

    /** What an hour usually costs, as far as the law book has it. */
    static Optional<Given<Inputs.Price>> usualPrice(LawBook law, LocalDate today, LearningRoute route) {
        Optional<Fact> least = payer(law, RuleKey.LESSON_PRICE_FROM, today, route);
        return payer(law, RuleKey.LESSON_PRICE_TO, today, route).flatMap(most -> least.map(from ->
                Given.of(new Inputs.Price(from.amount(), most.amount()), new Basis.Rule(most))));
    }

    /** Travel is there and back for each lesson, and the last lesson is gone to as well when it is a short one. */
    private Part travel() {
        Given<BigDecimal> trip = inputs.trip();
        if (trip != null && trip.value().signum() == 0) {
            return new Part(Kind.TRAVEL, Range.NOTHING, trip.bases());
        }
        if (trip == null || inputs.hours() == null || inputs.perLesson() == null) {
            return new Part(Kind.TRAVEL, null, List.of());
        }
        Span hours = inputs.hours().value();
        Span lessons = new Span(lessons(hours.from()), lessons(hours.to()));
        return new Part(Kind.TRAVEL, Range.exactly(trip.value()).times(lessons), together(trip, inputs.perLesson()));
    }

    private int lessons(int hours) {
        return BigDecimal.valueOf(hours).divide(inputs.perLesson().value(), 0, RoundingMode.CEILING).intValueExact();
    }

    private List<Part> exams() {
        Optional<Fact> price = fact(RuleKey.EXAM_PRICE);
        if (price.isEmpty() || inputs.exams() == null) {
            return List.of(new Part(Kind.EXAMS, null, List.of()), new Part(Kind.RETAKES, null, List.of()));
        }
        Range each = Range.exactly(price.get().amount());
        List<Basis> bases = Stream.concat(Stream.of(new Basis.Rule(price.get())), inputs.exams().bases().stream()).toList();
        List<Span> free = inputs.exams().value();
        return List.of(new Part(Kind.EXAMS, each.times(ExamsToPay.firsts(free)), bases),
                new Part(Kind.RETAKES, each.times(ExamsToPay.retakes(free, inputs.retakes())), bases));
    }

    /** Only where it is known what the lessons cost: whatever is to be paid beside them would look like all of it. */
    private List<Way> ways(Outcome outcome) {
        Range total = outcome.getTotal();
        Range lessons = outcome.part(Kind.LESSONS).amount();
        return List.of(own(total), instalments(total, lessons), partner(total), loan(total, lessons));
    }

    private Way own(Range total) {
        Integer months = months();
        return new Way(Means.OWN, total, months == null ? null : total.in(months), months, null);
    }

    /** The school is paid in parts, the rest when it comes. */
    private Way instalments(Range total, Range lessons) {
        Integer times = inputs.ways().instalments() == null ? months() : inputs.ways().instalments();
        return times == null ? new Way(Means.INSTALMENTS, total, null, null, null)
                : new Way(Means.INSTALMENTS, total, lessons.in(times), times, rest(total, lessons));
    }

    private Way partner(Range total) {
        if (inputs.ways().partner() == null) {
            return new Way(Means.PARTNER, null, null, months(), null);
        }
        Range mine = total.without(inputs.ways().partner());
        return new Way(Means.PARTNER, mine, months() == null ? null : mine.in(months()), months(), null);
    }

    /** A loan is paid to the school, so it is of the lessons alone. Paid back in equal parts, interest on what is left. */
    private Way loan(Range total, Range lessons) {
        BigDecimal interest = inputs.ways().interest();
        Integer payback = inputs.ways().payback();
        if (interest == null || payback == null) {
            return new Way(Means.LOAN, null, null, payback, rest(total, lessons));
        }
        BigDecimal share = monthly(interest, payback);
        Range month = new Range(lessons.from().multiply(share), lessons.to().multiply(share));
        BigDecimal all = share.multiply(BigDecimal.valueOf(payback));
        Range back = new Range(lessons.from().multiply(all), lessons.to().multiply(all));
        Range beside = rest(total, lessons);
        return new Way(Means.LOAN, back.plus(beside), month, payback, beside);
    }

    /** Which share of a loan is paid each month: r / (1 - (1 + r)^-n), and 1 / n without interest. */
    private static BigDecimal monthly(BigDecimal yearlyPerCent, int months) {
        if (yearlyPerCent.signum() == 0) {
            return BigDecimal.ONE.divide(BigDecimal.valueOf(months), EXACT);
        }
        BigDecimal rate = yearlyPerCent.divide(YEARLY_PER_CENT, EXACT);
        BigDecimal left = BigDecimal.ONE.divide(BigDecimal.ONE.add(rate).pow(months, EXACT), EXACT);
        return rate.divide(BigDecimal.ONE.subtract(left), EXACT);
    }

    private static Range rest(Range total, Range lessons) {
        return new Range(total.from().subtract(lessons.from()), total.to().subtract(lessons.to()));
    }

    private Integer months() {
        return inputs.months() == null ? null : inputs.months().value();
    }

    private static Part given(Kind kind, Given<Range> amount) {
        return amount == null ? new Part(kind, null, List.of()) : new Part(kind, amount.value(), amount.bases());
    }

    private static List<Basis> together(Given<?> one, Given<?> other) {
        return Stream.concat(one.bases().stream(), other.bases().stream()).distinct().toList();
    }

    private List<Basis> rules(RuleKey key) {
        return fact(key).map(fact -> List.<Basis>of(new Basis.Rule(fact))).orElse(List.of());
    }

    private Optional<Fact> fact(RuleKey key) {
        return isPaidByMunicipality() ? law.ask(key, today, inputs.group(), inputs.route()).known()
                : payer(law, key, today, inputs.route());
    }

    /** The fact as it holds for who pays the school. */
    private static Optional<Fact> payer(LawBook law, RuleKey key, LocalDate today, LearningRoute route) {
        return law.ask(key, today, ParticipantGroup.FAMILY_OR_OTHER, route).known();
    }
}
