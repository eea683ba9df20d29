package nl.opkoers.dossier;

import static nl.opkoers.dossier.PlanPart.part;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.dossier.PlanPart.Builder;
import nl.opkoers.dossier.PlanPart.Kind;
import nl.opkoers.dossier.PlanPart.State;
import nl.opkoers.language.Dates;
import nl.opkoers.law.Duties;
import nl.opkoers.law.Duty;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.law.Situation;
import nl.opkoers.municipality.contract.CourseOffer;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Exams;
import nl.opkoers.municipality.contract.Exemptions;
import nl.opkoers.municipality.contract.Hours;
import nl.opkoers.municipality.contract.Meeting;
import nl.opkoers.municipality.contract.Pip;

/** Lays what the law asks of this person beside what the dossier says of it. */
final class PlanParts {

    private final Dossier dossier;
    private final Duties duties;
    private final LocalDate today;
    private final Instant now;
    private final LawBook law;

    PlanParts(Dossier dossier, Duties duties, LocalDate today, Instant now, LawBook law) {
        this.dossier = dossier;
        this.duties = duties;
        this.today = today;
        this.now = now;
        this.law = law;
    }

    /** The parts of this person's plan, in the order of the page. */
    List<PlanPart> all() {
        List<PlanPart> parts = new ArrayList<>();
        intake().ifPresent(parts::add);
        learnabilityTest().ifPresent(parts::add);
        school().ifPresent(parts::add);
        duties.owed().stream().map(this::owed).forEach(parts::add);
        return List.copyOf(parts);
    }

    private Optional<PlanPart> intake() {
        return Optional.ofNullable(dossier.intake()).map(intake -> {
            boolean begun = intake.startedOn() != null && !intake.startedOn().isAfter(today);
            // What was finished before a move was finished elsewhere: a talk that is planned is the one of here.
            boolean again = dossier.move() != null && ahead(intake.meeting());
            Builder part = intake.finishedOn() != null && !again ? part(Kind.INTAKE, State.DONE).on(intake.finishedOn())
                    : ahead(intake.meeting()) ? part(Kind.INTAKE, State.PLANNED).on(day(intake.meeting()))
                    : begun ? part(Kind.INTAKE, State.BUSY).on(intake.startedOn()) : part(Kind.INTAKE, State.NOTYET);
            return part.told(intake).withoutRule();
        });
    }

    private Optional<PlanPart> learnabilityTest() {
        return Optional.ofNullable(dossier.learnabilityTest())
                .map(test -> part(Kind.LEARNABILITY, test.takenOn() == null ? State.NOTYET : State.DONE)
                        .on(test.takenOn()).told(test).withoutRule());
    }

    private Optional<PlanPart> school() {
        return Optional.ofNullable(dossier.courseOffer()).map(offer -> {
            State state = switch (offer.stage()) {
                case LOOKING -> State.NOTYET;
                case WAITING_LIST -> State.WAITING;
                case STARTED -> State.BUSY;
                case FINISHED -> State.DONE;
                default -> State.UNKNOWN;
            };
            return part(Kind.SCHOOL, state).on(schoolDay(state, offer)).told(offer).withoutRule();
        });
    }

    /** Both days are only expected: that it began or ended is not said before that day has come, nor after it that it will. */
    private LocalDate schoolDay(State state, CourseOffer offer) {
        LocalDate day = state == State.DONE ? offer.expectedEnd() : offer.expectedStart();
        boolean been = state == State.DONE || state == State.BUSY;
        return day == null || (been ? day.isAfter(today) : day.isBefore(today)) ? null : day;
    }

    private PlanPart owed(Duty.Owed duty) {
        return switch (duty.kind()) {
            case EXAM -> exam(duty);
            case TRANSITION_PROGRAMME -> programme(duty);
            case LANGUAGE_HOURS -> hours(Kind.LANGUAGEHOURS, Hours.Kind.LESSONS, duty, target(duty));
            case PARTICIPATION_HOURS -> hours(Kind.PARTICIPATION, Hours.Kind.PARTICIPATION, duty, participationTarget(duty));
            case PVT -> pvt(duty);
            case MAP -> labourModule(duty);
            case CLOSING_TALK -> closingTalk(duty);
        };
    }

    private PlanPart exam(Duty.Owed duty) {
        ExamPart exam = duty.part().orElseThrow();
        String level = duty.level().map(Enum::name).orElse(null);
        Exemptions freed = freeing(exam);
        if (freed != null) {
            return part(Kind.EXAM, State.NOTNEEDED).exam(exam, level).told(freed).because(duty.fact());
        }
        Optional<Exams.PartRecord> record = Optional.ofNullable(dossier.exams()).flatMap(exams -> exams.of(exam));
        return record.map(found -> registered(exam, level, found, duty))
                .orElseGet(() -> part(Kind.EXAM, dossier.exams() == null ? State.UNKNOWN : State.NOTYET)
                        .exam(exam, level).told(dossier.exams()).because(duty.fact()));
    }

    private PlanPart registered(ExamPart exam, String level, Exams.PartRecord record, Duty.Owed duty) {
        Optional<Exams.Attempt> passed = record.attempts().stream()
                .filter(attempt -> attempt.passed() && enough(attempt, duty)).findFirst();
        Optional<Exams.Attempt> below = passed.isPresent() ? Optional.empty() : highestPassed(record);
        Optional<Exams.Attempt> latest = record.latest();
        boolean planned = record.planned() != null && ahead(record.planned().meeting());
        Optional<AwaitedResult> awaited = AwaitedResult.of(record, duty.level().orElse(null), today, law);
        State state = passed.isPresent() ? State.DONE
                : planned ? State.PLANNED
                : awaited.isPresent() ? State.WAITING
                : latest.filter(Exams.Attempt::without).isPresent() ? State.AGAIN
                : below.isPresent() ? State.BELOW : State.NOTYET;
        String reached = passed.map(Exams.Attempt::levelCode).orElse(level);
        return part(Kind.EXAM, state).exam(exam, reached == null ? level : reached)
                .below(below.map(attempt -> new PlanPart.Below(attempt.levelCode(), level)).orElse(null))
                .on(examDay(state, record, awaited, passed.or(() -> state == State.BELOW ? below : latest)))
                .attempts(state == State.DONE ? null : freeAttempts(exam, record)).told(dossier.exams()).because(duty.fact());
    }

    /** How many are left; not for whom the law gives none, who would read that they are gone. */
    private Integer freeAttempts(ExamPart exam, Exams.PartRecord record) {
        Situation situation = Situation.of(Course.group(dossier), Course.route(dossier).orElse(null)).forPart(exam);
        return law.ask(RuleKey.EXAM_FREE_ATTEMPTS, today, situation).isNotApplicable() ? null : record.freeAttemptsLeft();
    }

    /** A part passed below the level of the plan does not fulfil it; KNM has no level. */
    private static boolean enough(Exams.Attempt attempt, Duty.Owed duty) {
        Optional<LanguageLevel> reached = LanguageLevel.ofCode(attempt.levelCode());
        return duty.level().isEmpty() || reached.isEmpty() || reached.get().compareTo(duty.level().get()) >= 0;
    }

    /** Of those that are not {@link #enough}, so of which each has a level. */
    private static Optional<Exams.Attempt> highestPassed(Exams.PartRecord record) {
        return record.attempts().stream().filter(Exams.Attempt::passed)
                .max(Comparator.comparing(attempt -> LanguageLevel.ofCode(attempt.levelCode()).orElseThrow()));
    }

    private static LocalDate examDay(State state, Exams.PartRecord record, Optional<AwaitedResult> awaited,
            Optional<Exams.Attempt> attempt) {
        return switch (state) {
            case PLANNED -> day(record.planned().meeting());
            case WAITING -> awaited.map(AwaitedResult::on).orElse(null);
            case DONE, AGAIN, BELOW -> attempt.map(Exams.Attempt::takenOn).orElse(null);
            default -> null;
        };
    }

    /** The decisions by which an exam need not be done, if there are; {@code null} otherwise. */
    private Exemptions freeing(ExamPart exam) {
        return Stream.of(dossier.exemptions(), dossier.dispensations()).filter(Objects::nonNull)
                .filter(decisions -> granted(decisions).stream()
                        .anyMatch(decision -> decision.frees(exam)))
                .findFirst().orElse(null);
    }

    private List<Exemptions.Decision> granted(Exemptions exemptions) {
        return exemptions == null ? List.of()
                : exemptions.decisions().stream().filter(decision -> decision.inForceOn(today)).toList();
    }

    private PlanPart programme(Duty.Owed duty) {
        State state = school().map(PlanPart::state).orElse(State.UNKNOWN);
        return part(Kind.PROGRAMME, state).exam(null, duty.level().map(Enum::name).orElse(null))
                .told(dossier.courseOffer()).because(duty.fact());
    }

    private PlanPart hours(Kind kind, Hours.Kind counted, Duty.Owed duty, Integer target) {
        Optional<Hours.Count> count = Optional.ofNullable(dossier.hours()).flatMap(hours -> hours.of(counted));
        Integer done = count.map(Hours.Count::hours).orElse(null);
        State state = target != null && target == 0 ? State.NOTNEEDED
                : done == null ? State.UNKNOWN
                : target != null && done >= target ? State.DONE
                : done > 0 ? State.BUSY : State.NOTYET;
        return part(kind, state).hours(done, target).on(count.map(Hours.Count::knownUntil).orElse(null))
                .told(dossier.hours()).because(duty.fact());
    }

    private static Integer target(Duty.Owed duty) {
        return duty.hours().isPresent() ? duty.hours().getAsInt() : null;
    }

    /** A partial dispensation sets how many hours somebody can bear (DUO, Ontheffing, urenBelastbaarheid). */
    private Integer participationTarget(Duty.Owed duty) {
        return granted(dossier.dispensations()).stream()
                .filter(decision -> decision.bearableParticipationHours() != null)
                .max(Comparator.comparing(Exemptions.Decision::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(Exemptions.Decision::bearableParticipationHours).orElse(target(duty));
    }

    private PlanPart pvt(Duty.Owed duty) {
        Integer target = Optional.ofNullable(current()).map(Pip.Version::pvtHours).orElse(target(duty));
        if (dossier.pvt() == null) {
            return part(Kind.PVT, State.UNKNOWN).hours(null, target).because(duty.fact());
        }
        return meeting(Kind.PVT, dossier.pvt().signedOn(), dossier.pvt().meeting(), dossier.pvt().hoursFollowed())
                .hours(dossier.pvt().hoursFollowed(), target).told(dossier.pvt()).because(duty.fact());
    }

    /** The law sets no practice hours: there is a target only where the municipality put one in the plan. */
    private PlanPart labourModule(Duty.Owed duty) {
        Integer target = Optional.ofNullable(current()).map(Pip.Version::mapHours).orElse(null);
        if (dossier.map() == null) {
            return part(Kind.MAP, State.UNKNOWN).hours(null, target).because(duty.fact());
        }
        return meeting(Kind.MAP, dossier.map().closedOn(), dossier.map().meeting(), dossier.map().practiceHoursFollowed())
                .hours(dossier.map().practiceHoursFollowed(), target).told(dossier.map()).because(duty.fact());
    }

    private PlanPart closingTalk(Duty.Owed duty) {
        if (dossier.zRoute() == null) {
            return part(Kind.CLOSING, State.UNKNOWN).because(duty.fact());
        }
        return meeting(Kind.CLOSING, dossier.zRoute().completedOn(), dossier.zRoute().closingTalk(), null)
                .told(dossier.zRoute()).because(duty.fact());
    }

    /** A part that is done on a day. A meeting that is over or off says nothing of when it begins. */
    private Builder meeting(Kind kind, LocalDate doneOn, Meeting meeting, Integer hours) {
        return doneOn != null ? part(kind, State.DONE).on(doneOn)
                : ahead(meeting) ? part(kind, State.PLANNED).on(day(meeting))
                : part(kind, positive(hours) ? State.BUSY : State.NOTYET);
    }

    private Pip.Version current() {
        return dossier.pip() == null ? null : dossier.pip().current();
    }

    private boolean ahead(Meeting meeting) {
        return meeting != null && meeting.begin() != null && !meeting.cancelled() && meeting.begin().isAfter(now);
    }

    private static LocalDate day(Meeting meeting) {
        return Dates.dayOf(meeting.begin());
    }

    private static boolean positive(Integer hours) {
        return hours != null && hours > 0;
    }
}
