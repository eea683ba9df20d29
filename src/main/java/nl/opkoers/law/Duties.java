package nl.opkoers.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What one cell of the law's table, a group on a route, owes on a day. What is certainly not owed is not listed.
 *
 * <p>Personal decisions such as an exemption or a dispensation are not the law's table: whoever shows a plan takes those into account.
 *
 * @param all every duty that is owed or may turn out to be, in the order of a plan
 */
public record Duties(List<Duty> all) {

    public Duties {
        all = List.copyOf(all);
    }

    /**
     * The duties of this group on this route.
     *
     * @param route null when not known or not decided
     * @param level the language level that the PIP or a level reduction set, null for the level the route itself aims at
     */
    public static Duties of(ParticipantGroup group, LearningRoute route, LanguageLevel level, LawBook book, LocalDate on) {
        Situation situation = Situation.of(group, route);
        return new Duties(Stream.of(DutyKind.values())
            .flatMap(kind -> parts(kind)
                .flatMap(part -> duty(kind, part, level, book.ask(kind.rule(), on, situation.forPart(part.orElse(null)))).stream()))
            .toList());
    }

    /** The duties that are certain. */
    public List<Duty.Owed> owed() {
        return all.stream().filter(Duty.Owed.class::isInstance).map(Duty.Owed.class::cast).toList();
    }

    /** The duties of which it is not yet known whether they are owed. */
    public List<Duty.NotYetKnown> notYetKnown() {
        return all.stream().filter(Duty.NotYetKnown.class::isInstance).map(Duty.NotYetKnown.class::cast).toList();
    }

    /** The duty of this kind when it is certain; for exams the first part. */
    public Optional<Duty.Owed> owed(DutyKind kind) {
        return owed().stream().filter(duty -> duty.kind() == kind).findFirst();
    }

    private static Stream<Optional<ExamPart>> parts(DutyKind kind) {
        return kind == DutyKind.EXAM ? Stream.of(ExamPart.values()).map(Optional::of) : Stream.of(Optional.empty());
    }

    private static Optional<Duty> duty(DutyKind kind, Optional<ExamPart> part, LanguageLevel level, Answer answer) {
        if (answer.isNotApplicable()) {
            return Optional.empty();
        }
        return Optional.of(answer.known()
            .<Duty>map(fact -> new Duty.Owed(kind, part, levelOf(kind, fact, level), hoursOf(fact), fact))
            .orElseGet(() -> new Duty.NotYetKnown(kind, part)));
    }

    /** A decided level replaces the route's own for exams alone, and gives no level to an exam that has none. */
    private static Optional<LanguageLevel> levelOf(DutyKind kind, Fact fact, LanguageLevel decided) {
        if (fact.unit() != Unit.CODE) {
            return Optional.empty();
        }
        return LanguageLevel.ofCode(fact.word()).map(own -> kind == DutyKind.EXAM && decided != null ? decided : own);
    }

    private static OptionalInt hoursOf(Fact fact) {
        return fact.unit() == Unit.HOURS ? OptionalInt.of(fact.whole()) : OptionalInt.empty();
    }
}
