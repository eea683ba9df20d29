package nl.opkoers.schools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.agenda.ExamCard;
import nl.opkoers.agenda.ExamPlanning;
import nl.opkoers.dossier.Course;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.RuleKey;
import nl.opkoers.law.Situation;
import nl.opkoers.municipality.Seen;

/**
 * Learning without a school: whether it is possible, what there is to practise with, and how it goes. The last leads to advice
 * and never to a mark; nobody else gets to know of it.
 *
 * @param course where the person stands; {@code null} when nobody is signed in
 * @param listed places to practise that cost nothing, and how well they are known
 */
record SelfStudy(MyCase mine, Course course, Seen<List<PracticePlace>> listed, SelfCheck check, LawBook law, LocalDate today) {

    private static final String BARRED = "not-possible";

    /** Whether it is possible. */
    public enum Standing {
        ALLOWED, BARRED,
        /** The municipality arranges and pays the lessons. */
        ARRANGED,
        /** It depends on something that is not known. */
        UNKNOWN,
        /** Nobody in particular asks. */
        GENERAL
    }

    /** Where to practise for these exam parts. */
    public record Practice(Fact site, List<ExamPart> parts) {
    }

    static boolean isBarred(Fact fact) {
        return BARRED.equals(fact.word());
    }

    public Standing getStanding() {
        if (!mine.personal()) {
            return Standing.GENERAL;
        }
        if (getRule() != null) {
            return isBarred(getRule()) ? Standing.BARRED : Standing.ALLOWED;
        }
        return mine.isPaidByMunicipality() ? Standing.ARRANGED : Standing.UNKNOWN;
    }

    /** Why it is possible or not; {@code null} when there is no rule for this case. */
    public Fact getRule() {
        return law.ask(RuleKey.SELF_STUDY, today, mine.group(), mine.route()).known().orElse(null);
    }

    /** What the law says of it, for each case that there is. */
    public List<Fact> getRules() {
        return law.factsOf(RuleKey.SELF_STUDY).stream().filter(fact -> fact.inForceOn(today)).toList();
    }

    /** Whether hours that one learns alone count. */
    public List<Counting.Line> getCounts() {
        return mine.isPaidByMunicipality() ? List.of() : Counting.of(Counting.Lessons.alone(), mine, law, today);
    }

    /** The exams that are still to be done, in the order in which to register for them. */
    public List<ExamCard> getCards() {
        return course == null ? List.of() : ExamPlanning.of(course, law).cards().stream()
                .filter(card -> !card.stage().isFinished()).toList();
    }

    /** Where to practise, with the parts for which it is; for who is not signed in, the exams that the law asks. */
    public List<Practice> getPractice() {
        Map<String, List<ExamPart>> parts = new LinkedHashMap<>();
        Map<String, Fact> sites = new LinkedHashMap<>();
        Stream.of(ExamPart.values()).filter(this::isToDo).forEach(part -> site(part).ifPresent(site -> {
            sites.putIfAbsent(site.word(), site);
            parts.computeIfAbsent(site.word(), address -> new ArrayList<>()).add(part);
        }));
        return parts.entrySet().stream().map(entry -> new Practice(sites.get(entry.getKey()), entry.getValue())).toList();
    }

    private boolean isToDo(ExamPart part) {
        return course == null || getCards().stream().anyMatch(card -> card.part() == part);
    }

    private Optional<Fact> site(ExamPart part) {
        return law.ask(RuleKey.EXAM_PRACTICE_SITE, today,
                new Situation(ParticipantGroup.UNKNOWN, null, mine.level() == null ? LanguageLevel.B1 : mine.level(), part)).known();
    }

    /** Where to practise without paying, as far as is known. */
    public List<PracticePlace> getPlaces() {
        return listed.known().orElse(List.of());
    }

    /** Whether nobody can say now where that is. */
    public boolean isUnreachable() {
        return listed instanceof Seen.Unavailable;
    }

    /** Around when to look again; {@code null} when the portal proposes nothing. */
    public LocalDate getLookAgain() {
        return law.ask(RuleKey.SELF_STUDY_LOOK_AGAIN, today).known().map(fact -> today.plus(fact.period())).orElse(null);
    }

    /** The free places that are for this person, as far as is known. */
    static List<PracticePlace> fitting(List<PracticePlace> places, MyCase mine, int most) {
        return places.stream().filter(PracticePlace::isFree).filter(place -> isFor(place, mine.group())).limit(most).toList();
    }

    private static boolean isFor(PracticePlace place, ParticipantGroup group) {
        return group == ParticipantGroup.UNKNOWN || Objects.requireNonNull(place.groups()).isEmpty() || place.groups().contains(group);
    }
}
