package nl.opkoers.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.opkoers.language.Dates;
import nl.opkoers.law.Duties;
import nl.opkoers.law.DutyKind;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.LegalDate;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.TermClock;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Exemptions;
import nl.opkoers.municipality.contract.Hours;
import nl.opkoers.municipality.contract.Part;
import nl.opkoers.municipality.contract.Pip;

/**
 * Where a person stands on a day: a dossier, read with the law of that day.
 *
 * @param planned what has a time, the first one first
 * @param waiting what others are at work on
 * @param clocks  how much time and how many lesson hours there are
 * @param parts   the parts of the plan; empty where no plan is due, or nothing is asked
 */
public record Course(Dossier dossier, LocalDate today, Phase phase, List<Planned> planned, List<Waiting> waiting,
        Clocks clocks, List<PlanPart> parts, Duties duties) {

    /** DUO: A for who cannot read and write yet, AA for who does so in another script. */
    private static final Set<String> LITERACY = Set.of("A", "AA");

    /** A choice of this portal: long enough to be seen by who comes here once in a while. */
    private static final int MONTHS_A_CONTACT_IS_NEW = 2;

    /** The course of the person of this dossier, on the day of this clock. */
    public static Course of(Dossier dossier, Clock clock, LawBook law) {
        Instant now = clock.instant();
        LocalDate today = Dates.dayOf(now);
        Phase phase = Phase.of(dossier, today, law);
        Duties duties = Duties.of(group(dossier), route(dossier).orElse(null), level(dossier).orElse(null), law, today);
        return new Course(dossier, today, phase, Planned.from(dossier, now), Waiting.of(dossier, phase, duties, today, law),
                Clocks.of(dossier, duties, today, law),
                phase == Phase.EXEMPT ? List.of() : new PlanParts(dossier, duties, today, now, law).all(), duties);
    }

    static ParticipantGroup group(Dossier dossier) {
        return dossier.group() == null ? ParticipantGroup.UNKNOWN : dossier.group().known();
    }

    /** The plan in force; after a move the last one, until the new one is made. */
    private static Optional<Pip.Version> plan(Dossier dossier) {
        return Optional.ofNullable(dossier.pip())
                .flatMap(pip -> Optional.ofNullable(pip.current()).or(() -> pip.history().stream().findFirst()));
    }

    static Optional<LearningRoute> route(Dossier dossier) {
        return plan(dossier).flatMap(Pip.Version::route);
    }

    /** The level in the plan. */
    static Optional<LanguageLevel> level(Dossier dossier) {
        return plan(dossier).flatMap(Pip.Version::level);
    }

    public ParticipantGroup getGroup() {
        return group(dossier);
    }

    /** The plan in force; {@code null} before there is one. */
    public Pip.Version getPlan() {
        return plan(dossier).orElse(null);
    }

    public LearningRoute getRoute() {
        return route(dossier).orElse(null);
    }

    /** The one next thing that is certain; {@code null} when nothing is planned. */
    public Planned getNext() {
        return planned.stream().filter(Planned::certain).findFirst().orElse(null);
    }

    /** What was planned and is off, so that nobody goes in vain. */
    public List<Planned> getCancelled() {
        return planned.stream().filter(item -> !item.certain()).toList();
    }

    /** Who answers for the plan; {@code null} when nobody is known who does. */
    public Contacts.Contact getContact() {
        return contacts().stream().filter(Contacts.Contact::canAnswerForPlan).findFirst().orElse(null);
    }

    /** Everybody around this person now, who answers for the plan first. */
    public List<Contacts.Contact> contacts() {
        return dossier.contacts() == null ? List.of() : dossier.contacts().on(today);
    }

    /** Who answers while the contact is away; {@code null} when the contact is there. */
    public Contacts.Substitute getSubstitute() {
        return Optional.ofNullable(getContact()).flatMap(contact -> contact.substituteOn(today)).orElse(null);
    }

    /** Whose place the contact took; {@code null} when there was nobody before. */
    public Contacts.Contact getFormerContact() {
        return Optional.ofNullable(getContact()).flatMap(contact -> dossier.contacts().predecessorOf(contact)).orElse(null);
    }

    /** Whether somebody began so lately that the person may not have heard of it. */
    public boolean isNew(Contacts.Contact contact) {
        return contact.since() != null && contact.since().isAfter(today.minusMonths(MONTHS_A_CONTACT_IS_NEW));
    }

    /** Whether this person chooses and pays the school: not an asylum holder, as far as is known. */
    public boolean isPaysSchool() {
        return getGroup() == ParticipantGroup.FAMILY_OR_OTHER;
    }

    /** Whether it cannot be said what the plan asks, because the group or the route is not known. */
    public boolean isPartsUnknown() {
        return getPlan() != null && phase != Phase.EXEMPT && !duties.notYetKnown().isEmpty();
    }

    /** Whether there are hours of participation to do: a dispensation may leave none. */
    public boolean isParticipationOwed() {
        Integer target = getParticipationTarget();
        return target != null && target > 0;
    }

    /** Whether it cannot be said if hours of participation are owed. */
    public boolean isHoursUnknown() {
        return isPartsUnknown() && duties.notYetKnown().stream().anyMatch(duty -> duty.kind() == DutyKind.PARTICIPATION_HOURS);
    }

    /** Whether DUO decided that there is no duty for a while. */
    public boolean isExemptForNow() {
        return dossier.duty() != null && dossier.duty().exemptForNow();
    }

    /** The last day of that while; {@code null} when no decision tells it. */
    public LocalDate getExemptUntil() {
        return getGranted().stream().map(Granted::decision).filter(Exemptions.Decision::forNow)
                .map(Exemptions.Decision::lastDay).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
    }

    /** Every version of the plan, the one in force first. */
    public List<Pip.Version> versions() {
        if (dossier.pip() == null) {
            return List.of();
        }
        return Stream.concat(Stream.ofNullable(dossier.pip().current()), dossier.pip().history().stream()).toList();
    }

    /** Whether the exams are those of B1, of which some can be done at a lower level. */
    public boolean isAtB1() {
        return getRoute() == LearningRoute.B1 && level(dossier).orElse(LanguageLevel.B1) == LanguageLevel.B1;
    }

    /** Whether there is a plan in force: one of before a move is shown, and holds no more. */
    public boolean isPlanInForce() {
        return dossier.pip() != null && dossier.pip().current() != null;
    }

    /** Whether the plan in force is still to be carried out, and so may be another one some day. */
    public boolean isPlanOpen() {
        return isPlanInForce() && phase != Phase.COMPLETED;
    }

    /** The last day on which the route can be changed, for templates; {@code null} when there is none to tell. */
    public LegalDate getRouteChangeUntil() {
        return isPlanOpen() ? clocks.calendar().flatMap(TermClock::routeChangeUntil).orElse(null) : null;
    }

    /** Whether this version is the one in force. */
    public boolean isInForce(Pip.Version version) {
        return isPlanInForce() && version == dossier.pip().current();
    }

    /** Whether learning to read and write is part of the plan. */
    public boolean isLiteracy() {
        return getPlan() != null && LITERACY.contains(String.valueOf(getPlan().literacyCode()));
    }

    /** Whether the municipality tells of a plan at all: only then can it say that there is none yet. */
    public boolean isPlanTold() {
        return dossier.pip() != null;
    }

    /** Whether it is certain that no number of hours has to be reached. */
    public boolean isWithoutHours() {
        return getPlan() != null && duties.notYetKnown().isEmpty()
                && parts.stream().noneMatch(PlanPart::isCounted);
    }

    /** What DUO decided that need not be done, in force today. */
    public List<Granted> getGranted() {
        return Stream.concat(granted(dossier.exemptions(), false), granted(dossier.dispensations(), true)).toList();
    }

    private Stream<Granted> granted(Exemptions decisions, boolean dispensation) {
        return decisions == null ? Stream.empty() : decisions.decisions().stream()
                .filter(decision -> decision.inForceOn(today))
                .map(decision -> new Granted(decision, dispensation, decisions));
    }

    /** A decision in force: an exemption (already able) or a dispensation (illness, effort). */
    public record Granted(Exemptions.Decision decision, boolean dispensation, Part told) {

        /** The exam parts it is about, as far as they are recognised. */
        public List<ExamPart> exams() {
            return decision.partCodes().stream().flatMap(code -> ExamPart.ofCode(code).stream()).toList();
        }
    }

    /** The hours that the municipality knows of, kind by kind: they are never summed. */
    public List<Counted> getCountedHours() {
        return dossier.hours() == null ? List.of() : dossier.hours().counts().stream()
                .filter(count -> count.hours() != null)
                .map(count -> new Counted(count.kind().orElse(null), count, target(count)))
                .toList();
    }

    private Integer target(Hours.Count count) {
        return switch (count.kind().orElse(Hours.Kind.ELSEWHERE)) {
            case PARTICIPATION -> getParticipationTarget();
            case LESSONS -> target(PlanPart.Kind.LANGUAGEHOURS);
            default -> null;
        };
    }

    /** How many hours of participation this person owes; {@code null} for all but asylum holders in the Z-route. */
    public Integer getParticipationTarget() {
        return target(PlanPart.Kind.PARTICIPATION);
    }

    /** Whether the plan has a part of this kind. */
    public boolean has(PlanPart.Kind kind) {
        return parts.stream().anyMatch(part -> part.kind() == kind);
    }

    private Integer target(PlanPart.Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).map(PlanPart::target).filter(Objects::nonNull)
                .findFirst().orElse(null);
    }

    /** A count of hours; the kind is {@code null} when it is not recognised. */
    public record Counted(Hours.Kind kind, Hours.Count count, Integer target) {
    }
}
