package nl.opkoers.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.law.Duties;
import nl.opkoers.law.Duty;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.Fact;
import nl.opkoers.law.Forecast;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.law.Situation;
import nl.opkoers.law.Target;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.municipality.contract.CourseOffer;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Exams;
import nl.opkoers.municipality.contract.Progress;

/**
 * Something that somebody else is doing for the person, and when to expect it. Waiting is normal: nothing here is late,
 * and nothing here is the person's own deadline.
 *
 * @param since    since when; {@code null} when not known
 * @param expected when to expect it, if anything can be said
 * @param detail   a name or subject, in the language it came in; {@code null} when there is none
 * @param with     who is at work on it, by name; {@code null} when no person was named
 */
public record Waiting(Kind kind, ExamPart exam, LocalDate since, Optional<Expected> expected, String detail, String with) {

    private Waiting(Kind kind, ExamPart exam, LocalDate since, Optional<Expected> expected, String detail) {
        this(kind, exam, since, expected, detail, null);
    }

    /** What is waited for. */
    public enum Kind {
        HOUSING, INTAKE, PLAN, NEWPLAN, SCHOOLPLACE, PVTDATE, RESULT, ANSWER, CERTIFICATE
    }

    /** When something is expected. The kinds differ in how far one can count on them, and are worded differently. */
    public sealed interface Expected {

        LocalDate date();

        /** The rule it was worked out by; {@code null} when somebody promised it. */
        default Fact basis() {
            return null;
        }

        /** What an authority aims at; met rarely, so it is shown with its measure. */
        record Aim(Target target) implements Expected {
            @Override
            public LocalDate date() {
                return target.date();
            }

            @Override
            public Fact basis() {
                return target.basis();
            }
        }

        /** The longest it takes by the rule: an estimate. */
        record AtLatest(LocalDate date, Fact basis) implements Expected {
        }

        /** What somebody promised. */
        record Promise(LocalDate date, boolean passed) implements Expected {
        }
    }

    public boolean isAim() {
        return expected.filter(Expected.Aim.class::isInstance).isPresent();
    }

    public boolean isAtLatest() {
        return expected.filter(Expected.AtLatest.class::isInstance).isPresent();
    }

    public boolean isPromise() {
        return expected.filter(Expected.Promise.class::isInstance).isPresent();
    }

    /** Promised, but the day has gone by: then the page says so, and that one may call. */
    public boolean isPromisePassed() {
        return expected.map(when -> when instanceof Expected.Promise promise && promise.passed()).orElse(false);
    }

    /** The day on which it is expected; {@code null} when nothing can be said. */
    public LocalDate getExpectedDate() {
        return expected.map(Expected::date).orElse(null);
    }

    /** The rule behind the expectation; {@code null} for a promise, which somebody made. */
    public Fact getBasis() {
        return expected.map(Expected::basis).orElse(null);
    }

    /** Whether the day on which it was expected has gone by. */
    public boolean passedOn(LocalDate today) {
        return expected.map(when -> when.date().isBefore(today)).orElse(false);
    }

    static List<Waiting> of(Dossier dossier, Phase phase, Duties duties, LocalDate today, LawBook law) {
        List<Waiting> all = new ArrayList<>(answers(dossier, today));
        switch (phase) {
            case RECEPTION -> {
                all.add(housing());
                all.addAll(intakeThenPlan(dossier, today, law));
            }
            case BEFOREPLAN -> all.addAll(intakeThenPlan(dossier, today, law));
            case MOVED -> {
                all.add(newPlan(dossier, law));
                all.addAll(results(dossier, duties, today, law));
            }
            case RUNNING, LASTMONTHS, TERMENDED -> all.addAll(underway(dossier, duties, today, law));
            case COMPLETED -> certificate(dossier).ifPresent(all::add);
            default -> { }
        }
        return List.copyOf(all);
    }

    private static Waiting housing() {
        return new Waiting(Kind.HOUSING, null, null, Optional.empty(), null);
    }

    private static List<Waiting> intakeThenPlan(Dossier dossier, LocalDate today, LawBook law) {
        if (dossier.intake() == null || dossier.intake().finishedOn() == null) {
            return dossier.intake() != null && Planned.stillOn(dossier.intake().meeting(), today)
                    ? List.of()
                    : List.of(new Waiting(Kind.INTAKE, null, null, Optional.empty(), null));
        }
        if (dossier.pip() == null) {
            return List.of();
        }
        return List.of(new Waiting(Kind.PLAN, null, dossier.intake().finishedOn(), aimFrom(tenWeeksFrom(dossier), law), null));
    }

    /** The municipality that somebody moved to has ten weeks of its own (Besluit inburgering, art. 5.3), also when no plan came along. */
    private static LocalDate tenWeeksFrom(Dossier dossier) {
        LocalDate notice = dossier.duty() == null ? null : dossier.duty().noticeDate();
        if (dossier.move() == null) {
            return notice;
        }
        LocalDate registered = dossier.move().registeredOn();
        return registered == null || notice == null || registered.isAfter(notice) ? registered : notice;
    }

    private static Waiting newPlan(Dossier dossier, LawBook law) {
        LocalDate registered = dossier.move().registeredOn();
        return new Waiting(Kind.NEWPLAN, null, registered, aimFrom(registered, law), null);
    }

    private static Optional<Expected> aimFrom(LocalDate start, LawBook law) {
        return Optional.ofNullable(start).flatMap(day -> Forecast.pipTarget(day, law)).map(Expected.Aim::new);
    }

    private static List<Waiting> underway(Dossier dossier, Duties duties, LocalDate today, LawBook law) {
        List<Waiting> all = new ArrayList<>(results(dossier, duties, today, law));
        CourseOffer offer = dossier.courseOffer();
        if (offer != null && offer.stage() == CourseOffer.Stage.WAITING_LIST) {
            all.add(new Waiting(Kind.SCHOOLPLACE, null, offer.offeredOn(), Optional.empty(),
                    offer.school() == null ? null : offer.school().name()));
        }
        if (dossier.pvt() != null && dossier.pvt().signedOn() == null && !Planned.stillOn(dossier.pvt().meeting(), today)) {
            all.add(new Waiting(Kind.PVTDATE, null, null, Optional.empty(), null));
        }
        return all;
    }

    private static List<Waiting> results(Dossier dossier, Duties duties, LocalDate today, LawBook law) {
        return Optional.ofNullable(dossier.exams()).stream()
                .flatMap(exams -> exams.parts().stream())
                .flatMap(record -> result(record, level(record, dossier, duties), today, law).stream())
                .toList();
    }

    /** The level at which this part is owed, for an exam of which none is told; {@code null} when it has none, or none is known. */
    private static LanguageLevel level(Exams.PartRecord record, Dossier dossier, Duties duties) {
        return ExamPart.ofCode(record.partCode()).filter(ExamPart::isLanguageSkill)
                .flatMap(part -> duties.owed().stream().filter(duty -> duty.part().equals(Optional.of(part))).findFirst()
                        .flatMap(Duty.Owed::level).or(() -> Course.level(dossier)))
                .orElse(null);
    }

    private static Optional<Waiting> result(Exams.PartRecord record, LanguageLevel owed, LocalDate today, LawBook law) {
        return AwaitedResult.of(record, owed, today, law).filter(taken -> taken.on().isBefore(today))
                .map(taken -> result(record, taken, taken.levelCode() == null ? owed : LanguageLevel.ofCode(taken.levelCode()).orElse(null), law));
    }

    private static Waiting result(Exams.PartRecord record, AwaitedResult taken, LanguageLevel level, LawBook law) {
        ExamPart part = ExamPart.ofCode(record.partCode()).orElse(null);
        Situation situation = Situation.anyone().forPart(part).atLevel(level);
        Optional<Expected> expected = law.ask(RuleKey.EXAM_RESULT_TIME, taken.on(), situation).known()
                .map(fact -> new Expected.AtLatest(taken.on().plus(fact.period()), fact));
        return new Waiting(Kind.RESULT, part, taken.on(), expected, part == null ? record.partCode() : null);
    }

    private static List<Waiting> answers(Dossier dossier, LocalDate today) {
        return Optional.ofNullable(dossier.progress()).stream()
                .flatMap(progress -> progress.openQuestions().stream())
                .map(question -> answer(question, stillHere(dossier, question.with(), today), today))
                .toList();
    }

    /** Who has left looks at nothing any more, whatever the question still says; who stands in today does. */
    private static String stillHere(Dossier dossier, String name, LocalDate today) {
        return dossier.contacts() != null && dossier.contacts().on(today).stream().flatMap(contact -> Stream.concat(
                Stream.of(contact.name()), contact.substituteOn(today).map(Contacts.Substitute::name).stream()))
                .anyMatch(there -> there != null && there.equals(name)) ? name : null;
    }

    private static Waiting answer(Progress.OpenQuestion question, String with, LocalDate today) {
        Optional<Expected> promise = Optional.ofNullable(question.answerBefore())
                .map(date -> new Expected.Promise(date, !date.isAfter(today)));
        return new Waiting(Kind.ANSWER, null, question.askedOn(), promise, question.subject(), with);
    }

    private static Optional<Waiting> certificate(Dossier dossier) {
        return Optional.ofNullable(dossier.completion())
                .filter(completion -> Boolean.FALSE.equals(completion.sent()))
                .map(completion -> new Waiting(Kind.CERTIFICATE, null, completion.on(), Optional.empty(), completion.proof()));
    }
}
