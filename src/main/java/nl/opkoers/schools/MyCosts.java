package nl.opkoers.schools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.agenda.ExamCard;
import nl.opkoers.agenda.ExamPlanning;
import nl.opkoers.dossier.Course;
import nl.opkoers.law.Duties;
import nl.opkoers.law.Duty;
import nl.opkoers.law.DutyKind;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.RuleKey;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Part;

/**
 * Puts together what goes into an estimate: what was typed first, then the course that was chosen, then the person's dossier,
 * then the list of schools. What none of them knows stays unknown.
 *
 * @param course where the person stands; {@code null} when nobody is signed in
 * @param chosen the course that was chosen; {@code null} when none was
 * @param listed every course that the municipality tells of, and how well that is known
 */
record MyCosts(MyCase mine, Course course, LessonCourse chosen, Seen<List<LessonCourse>> listed, LawBook law, LocalDate today) {

    /** What an estimate of this form is made of. */
    Inputs inputs(CostForm form) {
        return new Inputs(mine.group(), mine.route(),
                form.whole(CostField.HOURS).map(hours -> Given.said(Span.exactly(hours))).or(() -> hours(form)).orElse(null),
                form.number(CostField.PRICE).map(price -> Given.said(Inputs.Price.exactly(price))).or(this::price).orElse(null),
                amount(form, CostField.MATERIAL).or(this::material).orElse(null),
                form.number(CostField.TRIP).map(Given::said).or(this::trip).orElse(null),
                form.number(CostField.LESSON).map(Given::said).or(this::perLesson).orElse(null),
                form.whole(CostField.EXAMS).map(this::exams).or(this::exams).orElse(null),
                form.whole(CostField.RETAKES).orElse(0),
                amount(form, CostField.CHILDCARE).orElse(null),
                form.whole(CostField.MONTHS).map(Given::said).or(this::months).orElse(null),
                new Inputs.Ways(form.number(CostField.PARTNER).orElse(null), form.whole(CostField.INSTALMENTS).orElse(null),
                        form.number(CostField.INTEREST).orElse(null), form.whole(CostField.PAYBACK).orElse(null)));
    }

    private static Optional<Given<Range>> amount(CostForm form, CostField field) {
        return form.number(field).map(number -> Given.said(Range.exactly(number)));
    }

    /** Without what was typed: of the course, else of the Z-route, else between the levels that were chosen. */
    Optional<Given<Span>> hours(CostForm form) {
        return ofChosen().flatMap(ListedPrices::hours).or(this::zHours)
                .or(() -> ListedPrices.hours(fitting(), form.getFrom(), form.getTo()));
    }

    /**
     * Whether a course is for my route, in general for the B1-route, and for who pays it as I do; learning to read and write takes
     * hours of its own.
     */
    private boolean fits(LessonCourse listedCourse) {
        ParticipantGroup payer = mine.isPaidByMunicipality() ? ParticipantGroup.ASYLUM : ParticipantGroup.FAMILY_OR_OTHER;
        LearningRoute route = mine.route() == null ? LearningRoute.B1 : mine.route();
        boolean literacy = Boolean.TRUE.equals(listedCourse.literacy());
        return (listedCourse.routes().isEmpty() || listedCourse.routes().contains(route)) && (mine.literacy() || !literacy)
                && (listedCourse.groups().isEmpty() || listedCourse.groups().contains(payer));
    }

    /** The hours that the Z-route asks, without those that the municipality knows of. */
    private Optional<Given<Span>> zHours() {
        if (mine.route() != LearningRoute.Z) {
            return Optional.empty();
        }
        return law.ask(RuleKey.DUTY_LANGUAGE_HOURS, today, mine.group(), mine.route()).known().map(rule -> {
            Span asked = Span.exactly(rule.whole());
            return mine.lessonHours() == null ? Given.of(new Span(0, asked.to()), new Basis.Rule(rule))
                    : Given.of(asked.without(mine.lessonHours()), new Basis.Rule(rule), told(course.dossier().hours()));
        });
    }

    Optional<Given<Inputs.Price>> price() {
        return ofChosen().flatMap(ListedPrices::hour);
    }

    Optional<Given<Range>> material() {
        return ofChosen().flatMap(ListedPrices::material);
    }

    Optional<Given<BigDecimal>> trip() {
        return ofChosen().flatMap(ListedPrices::trip);
    }

    Optional<Given<BigDecimal>> perLesson() {
        return ofChosen().flatMap(ListedPrices::perLesson);
    }

    /** The months that are left of the term; empty when it has run out, or is not known. */
    Optional<Given<Integer>> months() {
        if (mine.termEnd() == null || mine.termEnd().isBefore(today)) {
            return Optional.empty();
        }
        int months = (int) ChronoUnit.MONTHS.between(today, mine.termEnd().plusDays(1));
        return months < 1 ? Optional.empty() : Optional.of(Given.of(months, told(course.dossier().term())));
    }

    /** The exams still to be done, each with its free attempts; in general those that the law asks. */
    Optional<Given<List<Span>>> exams() {
        if (course != null) {
            List<ExamCard> cards = ExamPlanning.of(course, law).cards();
            return cards.isEmpty() ? Optional.empty() : Optional.of(new Given<>(
                    cards.stream().filter(MyCosts::isToPay).map(this::free).toList(),
                    cards.stream().flatMap(card -> Stream.ofNullable(card.told())).limit(1).map(MyCosts::told).toList()));
        }
        List<Duty.Owed> owed = Duties.of(ParticipantGroup.FAMILY_OR_OTHER, LearningRoute.B1, null, law, today).owed().stream()
                .filter(duty -> duty.kind() == DutyKind.EXAM).toList();
        return owed.isEmpty() ? Optional.empty() : Optional.of(Given.of(Collections.nCopies(owed.size(), Span.exactly(0)),
                new Basis.Rule(owed.get(0).fact())));
    }

    /** What is passed, need not be done or waits for its result is not paid again. */
    private static boolean isToPay(ExamCard card) {
        return !card.stage().isFinished() && card.stage() != ExamCard.Stage.AWAITING_RESULT;
    }

    /** How many attempts cost nothing. Of an exam that is booked nobody knows here whether it was paid: it counts as perhaps free. */
    private Span free(ExamCard card) {
        Span free = card.freeAttempts().map(this::left).orElse(Span.exactly(0));
        return card.stage() == ExamCard.Stage.BOOKED ? new Span(free.from(), Math.max(1, free.to())) : free;
    }

    private Span left(ExamCard.FreeAttempts attempts) {
        if (attempts.left() != null) {
            return Span.exactly(attempts.left());
        }
        Optional<Fact> most = attempts.rule().or(() ->
                law.ask(RuleKey.EXAM_FREE_ATTEMPTS, today, ParticipantGroup.ASYLUM, mine.route()).known());
        return new Span(0, most.map(Fact::whole).orElse(0));
    }

    /** So many exams: those with the fewest free attempts, as nobody said which ones. */
    private Given<List<Span>> exams(int number) {
        List<Span> known = exams().map(Given::value).orElse(List.of()).stream()
                .sorted(Comparator.comparingInt(Span::from)).toList();
        return Given.said(Stream.concat(known.stream(), Stream.generate(() -> Span.exactly(0))).limit(number).toList());
    }

    /** What an hour costs in the evening, as far as the list of schools tells. */
    Optional<Given<Inputs.Price>> evening() {
        return ListedPrices.evening(fitting());
    }

    /** Whether nobody can say now what is on offer. */
    boolean isUnreachable() {
        return listed instanceof Seen.Unavailable;
    }

    private List<LessonCourse> fitting() {
        return listed.known().orElse(List.of()).stream().filter(this::fits).toList();
    }

    private Optional<LessonCourse> ofChosen() {
        return Optional.ofNullable(chosen);
    }

    private static Basis told(Part part) {
        return new Basis.Told(part.source(), part.updatedAt());
    }
}
