package nl.opkoers.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.PlanPart;
import nl.opkoers.identity.ParticipantKey;

/** How people stand with their hours, kind by kind. */
@ApplicationScoped
public class Standings {

    private static final Pace.Lately NEVER = new Pace.Lately(0, null);

    private final HourSums sums;

    Standings(HourSums sums) {
        this.sums = sums;
    }

    /**
     * How somebody stands: with the kinds that they can log, and with those of which they have something from before.
     *
     * @param course      where they stand in the rest of their plan
     * @param confirmedAt when the municipality last confirmed that
     */
    @Transactional
    public List<Standing> of(ParticipantKey key, Course course, Instant confirmedAt) {
        return of(course, confirmedAt, sums.of(key, confirmedAt), sums.lately(key, course.today().minusWeeks(Pace.WEEKS)));
    }

    /** As {@link #of}, of who asks for a page. */
    List<Standing> mine(ParticipantKey key, Course course, Instant confirmedAt) {
        Totals totals = sums.mine(key, confirmedAt);
        return of(course, confirmedAt, totals, sums.myLately(key, course.today().minusWeeks(Pace.WEEKS)));
    }

    private static List<Standing> of(Course course, Instant confirmedAt, Totals totals, Map<Kind, Pace.Lately> lately) {
        List<Kind> now = Kinds.of(course);
        return Stream.of(Kind.values()).filter(kind -> now.contains(kind) || totals.sums().containsKey(kind))
                .map(kind -> standing(kind, course, totals.of(kind), confirmedAt, lately.getOrDefault(kind, NEVER))).toList();
    }

    private static Standing standing(Kind kind, Course course, Totals.Sum sum, Instant confirmedAt, Pace.Lately lately) {
        Standing standing = new Standing(kind, sum, count(kind, course, confirmedAt).orElse(null), target(kind, course), null);
        if (standing.target() == null) {
            return standing;
        }
        return new Standing(kind, sum, standing.count(), standing.target(),
                Pace.of(lately, standing.getToGo(), course.today()).orElse(null));
    }

    private static Optional<Standing.Count> count(Kind kind, Course course, Instant confirmedAt) {
        return course.getCountedHours().stream().filter(counted -> counted.kind() != null && counted.kind() == kind.counted())
                .map(Course.Counted::count).findFirst()
                .map(count -> new Standing.Count(count.hours(), count.knownUntil(), count.source(), confirmedAt))
                .or(() -> kind == Kind.PRACTICE ? practice(course, confirmedAt) : Optional.empty());
    }

    /** A municipality may tell its count of practice with the module itself. */
    private static Optional<Standing.Count> practice(Course course, Instant confirmedAt) {
        return part(course, PlanPart.Kind.MAP).filter(part -> part.done() != null)
                .map(part -> new Standing.Count(part.done(), null, part.told().source(), confirmedAt));
    }

    /** The law sets one for participation; for practice there is one only where the municipality put it in the plan. */
    private static Integer target(Kind kind, Course course) {
        return switch (kind) {
            case PARTICIPATION -> course.getParticipationTarget();
            case PRACTICE -> part(course, PlanPart.Kind.MAP).map(PlanPart::target).filter(Objects::nonNull).orElse(null);
            case VOLUNTARY -> null;
        };
    }

    private static Optional<PlanPart> part(Course course, PlanPart.Kind kind) {
        return course.parts().stream().filter(part -> part.kind() == kind).findFirst();
    }
}
