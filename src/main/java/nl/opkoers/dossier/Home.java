package nl.opkoers.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.law.Estimate;
import nl.opkoers.law.Fact;
import nl.opkoers.law.Forecast;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LegalDate;
import nl.opkoers.law.RuleKey;
import nl.opkoers.law.TermClock;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.municipality.contract.CourseOffer;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Progress;
import nl.opkoers.municipality.contract.Unburdening;

/**
 * What Home and My plan say beside the course itself: how well it is known, what is new, and the rules of the day that go
 * with it. Values are {@code null} where there is nothing to say.
 */
public final class Home {

    private static final Set<CourseOffer.Stage> WITHOUT_LESSONS = Set.of(CourseOffer.Stage.LOOKING, CourseOffer.Stage.WAITING_LIST,
            CourseOffer.Stage.FINISHED);

    private final Course course;
    private final Contacts.Substitute substitute;
    private final Seen<Dossier> seen;
    private final Optional<Instant> previousVisit;
    private final LawBook law;

    Home(Course course, Contacts.Substitute substitute, Seen<Dossier> seen, Optional<Instant> previousVisit, LawBook law) {
        this.course = course;
        this.substitute = substitute;
        this.seen = seen;
        this.previousVisit = previousVisit;
        this.law = law;
    }

    /** The moment of what is shown, when the municipality cannot be reached now. */
    public Instant getStaleOf() {
        return seen.staleOf();
    }

    /** Who answers while the contact is away; {@code null} when the contact is there. */
    public Contacts.Substitute getSubstitute() {
        return substitute;
    }

    public boolean isFirstVisit() {
        return previousVisit.isEmpty();
    }

    /** When the previous visit began; empty at the first. */
    Optional<Instant> previousVisit() {
        return previousVisit;
    }

    /**
     * What changed since the previous visit.
     *
     * @param news  what was heard since then
     * @param items what in the agenda that is about, by event
     */
    List<Change> changes(List<News> news, Map<UUID, Agenda.Item> items) {
        return Change.since(previousVisit, course.dossier(), news, items);
    }

    /** Whether the contact began so lately that the person may not have heard of it. */
    public boolean isNewContact() {
        Contacts.Contact contact = course.getContact();
        return contact != null && contact.name() != null && course.isNew(contact);
    }

    /** Whether questions that were open before the new contact came wait with them now. */
    public boolean isQuestionsMoved() {
        return isNewContact() && openQuestions().stream().filter(question -> course.getContact().name().equals(question.with()))
                .anyMatch(question -> question.askedOn() != null && question.askedOn().isBefore(course.getContact().since()));
    }

    /** Who looks at it, of what somebody is said to look at: while the contact is away that is who stands in. */
    public String lookedAtBy(Waiting item) {
        return substitute != null && item.with().equals(course.getContact().name()) ? substitute.name() : item.with();
    }

    private List<Progress.OpenQuestion> openQuestions() {
        return course.dossier().progress() == null ? List.of() : course.dossier().progress().openQuestions();
    }

    /** Whether the last talk is so long ago that the portal says one may ask for another. */
    public boolean isLongWithoutTalk() {
        Progress progress = course.dossier().progress();
        return progress != null && progress.lastTalk() != null && !Planned.stillOn(progress.nextTalk(), course.today())
                && underway() && rule(RuleKey.TALK_LONG_AGO)
                        .map(fact -> progress.lastTalk().plus(fact.period()).isBefore(course.today())).orElse(false);
    }

    /** Whether the municipality tells of appointments at all, so that 'nothing planned' means that there is nothing. */
    public boolean isAppointmentsTold() {
        return course.dossier().progress() != null && course.dossier().pvt() != null;
    }

    /** Whether the next thing to do is choosing a school: only who pays it chooses it. */
    public boolean isChoosesSchool() {
        return course.isPaysSchool() && underway() && course.getPlan() != null
                && (offer() == null || offer().stage() == CourseOffer.Stage.LOOKING);
    }

    /** Whether it is not told if there is a school: that is not the same as none. */
    public boolean isSchoolUnknown() {
        return offer() == null;
    }

    private boolean underway() {
        return course.phase() == Phase.RUNNING || course.phase() == Phase.LASTMONTHS;
    }

    private CourseOffer offer() {
        return course.dossier().courseOffer();
    }

    /** The name of the school where lessons are under way. */
    public String getLessonsAt() {
        return underway() && offer() != null && offer().stage() == CourseOffer.Stage.STARTED && offer().school() != null
                ? offer().school().name() : null;
    }

    /** When lessons begin at the school that has a place; whoever is on its waiting list has none. */
    public LocalDate getLessonsStart() {
        return offer() != null && !WITHOUT_LESSONS.contains(offer().stage()) && offer().school() != null && offer().expectedStart() != null
                && offer().expectedStart().isAfter(course.today()) ? offer().expectedStart() : null;
    }

    /** From when more time can be asked for; not after it is over. */
    public LegalDate getExtensionFrom() {
        return course.clocks().calendar().filter(clock -> !clock.ended()).flatMap(TermClock::extensionFrom).orElse(null);
    }

    public boolean isExtensionNow() {
        return getExtensionFrom() != null && !getExtensionFrom().date().isAfter(course.today());
    }

    public Fact getExtensionRule() {
        return rule(RuleKey.EXTENSION_REQUEST_FROM).orElse(null);
    }

    /** The last day as worked out from the first plan, as long as DUO has not given the term. */
    public Estimate getExpectedEnd() {
        if (course.clocks().calendar().isPresent() || course.dossier().pip() == null) {
            return null;
        }
        return course.versions().stream().map(version -> version.signedOn()).filter(day -> day != null)
                .min(LocalDate::compareTo).flatMap(first -> Forecast.expectedTermEnd(first, law)).orElse(null);
    }

    /** How many lesson hours go before a language exam may be done at a lower level; nothing for whose plan is at that level already. */
    public Fact getReduction() {
        return course.isAtB1() ? rule(RuleKey.LEVEL_REDUCTION_HOURS).orElse(null) : null;
    }

    public String getMovedFrom() {
        return course.dossier().move() == null ? null : course.dossier().move().previousMunicipality();
    }

    /** How long the municipality has to make the new plan. */
    public Fact getNewPlanRule() {
        return rule(RuleKey.PIP_TARGET).orElse(null);
    }

    /** The last day on which the municipality pays the fixed bills. */
    public LocalDate getUnburdenedUntil() {
        Unburdening unburdening = course.dossier().unburdening();
        return unburdening != null && unburdening.endExclusive() != null
                && unburdening.endExclusive().isAfter(course.today()) ? unburdening.endExclusive().minusDays(1) : null;
    }

    /** What the rules say of fines for this person's group. */
    public Fact getFineRule() {
        return rule(RuleKey.FINES_IMPOSED).orElse(null);
    }

    /** How high a fine can be, for who can get one: for the route, and for what of this is not done yet. */
    public List<Fact> getFines() {
        return Stream.of(rule(RuleKey.FINE_ROUTE), due(PlanPart.Kind.PVT, RuleKey.FINE_PVT), due(PlanPart.Kind.MAP, RuleKey.FINE_MAP))
                .flatMap(Optional::stream).toList();
    }

    /** That who works already may not have to practise at a workplace for the MAP; nothing once that is done. */
    public Fact getMapBesideWork() {
        return due(PlanPart.Kind.MAP, RuleKey.MAP_PLACEMENT_WHEN_WORKING).orElse(null);
    }

    /** That one may object to the plan. */
    public Fact getObjection() {
        return rule(RuleKey.PIP_OBJECTION).orElse(null);
    }

    private Optional<Fact> due(PlanPart.Kind part, RuleKey key) {
        return rule(key).filter(fact -> course.parts().stream().anyMatch(each -> each.kind() == part && !each.isFinished()));
    }

    private Optional<Fact> rule(RuleKey key) {
        return law.ask(key, course.today(), course.getGroup(), course.getRoute()).known();
    }
}
