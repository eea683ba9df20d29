package nl.opkoers.dossier;

import static nl.opkoers.dossier.PlanPart.part;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.opkoers.dossier.PlanPart.Kind;
import nl.opkoers.dossier.PlanPart.State;
import nl.opkoers.language.Dates;
import nl.opkoers.law.Duties;
import nl.opkoers.law.Duty;
import nl.opkoers.law.ExamPart;
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

    PlanParts(Dossier dossier, Duties duties, LocalDate today, Instant now) {
        this.dossier = dossier;
        this.duties = duties;
        this.today = today;
        this.now = now;
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
            State state = intake.finishedOn() != null ? State.DONE : ahead(intake.meeting()) ? State.PLANNED : State.BUSY;
            LocalDate on = intake.finishedOn() != null ? intake.finishedOn() : day(intake.meeting());
            return part(Kind.INTAKE, state).on(on).told(intake).withoutRule();
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
            LocalDate on = state == State.DONE ? offer.expectedEnd() : offer.expectedStart();
            return part(Kind.SCHOOL, state).on(on).told(offer).withoutRule();
        });
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
        if (exempt(exam)) {
            return part(Kind.EXAM, State.NOTNEEDED).exam(exam, level).told(dossier.exemptions()).because(duty.fact());
        }
        Optional<Exams.PartRecord> record = Optional.ofNullable(dossier.exams()).flatMap(exams -> exams.of(exam));
        return record.map(found -> registered(exam, level, found, duty))
                .orElseGet(() -> part(Kind.EXAM, dossier.exams() == null ? State.UNKNOWN : State.NOTYET)
                        .exam(exam, level).told(dossier.exams()).because(duty.fact()));
    }

    private PlanPart registered(ExamPart exam, String level, Exams.PartRecord record, Duty.Owed duty) {
        Optional<Exams.Attempt> passed = record.passed();
        Optional<Exams.Attempt> latest = record.latest();
        boolean planned = record.planned() != null && ahead(record.planned().meeting());
        State state = passed.isPresent() ? State.DONE
                : planned ? State.PLANNED
                : latest.filter(Exams.Attempt::awaitingResult).isPresent() ? State.WAITING
                : latest.filter(Exams.Attempt::failed).isPresent() ? State.AGAIN : State.NOTYET;
        LocalDate on = passed.map(Exams.Attempt::takenOn)
                .orElse(planned ? day(record.planned().meeting()) : latest.map(Exams.Attempt::takenOn).orElse(null));
        String reached = passed.map(Exams.Attempt::levelCode).orElse(level);
        return part(Kind.EXAM, state).exam(exam, reached == null ? level : reached).on(on)
                .attempts(state == State.DONE ? null : record.freeAttemptsLeft()).told(dossier.exams()).because(duty.fact());
    }

    private boolean exempt(ExamPart exam) {
        return granted(dossier.exemptions()).stream().anyMatch(decision -> decision.partCodes().contains(exam.code()));
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
        State state = done == null ? State.UNKNOWN
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
                .map(Exemptions.Decision::bearableParticipationHours)
                .filter(hours -> hours != null)
                .findFirst().orElse(target(duty));
    }

    private PlanPart pvt(Duty.Owed duty) {
        Integer target = Optional.ofNullable(current()).map(Pip.Version::pvtHours).orElse(target(duty));
        if (dossier.pvt() == null) {
            return part(Kind.PVT, State.UNKNOWN).hours(null, target).because(duty.fact());
        }
        State state = dossier.pvt().signedOn() != null ? State.DONE
                : ahead(dossier.pvt().meeting()) ? State.PLANNED
                : positive(dossier.pvt().hoursFollowed()) ? State.BUSY : State.NOTYET;
        LocalDate on = state == State.DONE ? dossier.pvt().signedOn() : day(dossier.pvt().meeting());
        return part(Kind.PVT, state).hours(dossier.pvt().hoursFollowed(), target).on(on).told(dossier.pvt())
                .because(duty.fact());
    }

    /** The law sets no practice hours: there is a target only where the municipality put one in the plan. */
    private PlanPart labourModule(Duty.Owed duty) {
        Integer target = Optional.ofNullable(current()).map(Pip.Version::mapHours).orElse(null);
        if (dossier.map() == null) {
            return part(Kind.MAP, State.UNKNOWN).hours(null, target).because(duty.fact());
        }
        State state = dossier.map().closedOn() != null ? State.DONE
                : ahead(dossier.map().meeting()) ? State.PLANNED
                : positive(dossier.map().practiceHoursFollowed()) ? State.BUSY : State.NOTYET;
        LocalDate on = state == State.DONE ? dossier.map().closedOn() : day(dossier.map().meeting());
        return part(Kind.MAP, state).hours(dossier.map().practiceHoursFollowed(), target).on(on).told(dossier.map())
                .because(duty.fact());
    }

    private PlanPart closingTalk(Duty.Owed duty) {
        if (dossier.zRoute() == null) {
            return part(Kind.CLOSING, State.UNKNOWN).because(duty.fact());
        }
        State state = dossier.zRoute().completedOn() != null ? State.DONE
                : ahead(dossier.zRoute().closingTalk()) ? State.PLANNED : State.NOTYET;
        LocalDate on = state == State.DONE ? dossier.zRoute().completedOn() : day(dossier.zRoute().closingTalk());
        return part(Kind.CLOSING, state).on(on).told(dossier.zRoute()).because(duty.fact());
    }

    private Pip.Version current() {
        return dossier.pip() == null ? null : dossier.pip().current();
    }

    private boolean ahead(Meeting meeting) {
        return meeting != null && meeting.begin() != null && !meeting.cancelled() && meeting.begin().isAfter(now);
    }

    private static LocalDate day(Meeting meeting) {
        return meeting == null || meeting.begin() == null ? null : meeting.begin().atZone(Dates.AMSTERDAM).toLocalDate();
    }

    private static boolean positive(Integer hours) {
        return hours != null && hours > 0;
    }
}
