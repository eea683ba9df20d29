package nl.opkoers.law;

import java.util.Collections;
import java.util.Set;

/**
 * For whom and for what a fact holds. An empty set is no restriction.
 *
 * @param groups the groups it holds for
 * @param routes the learning routes it holds for
 * @param levels the language levels it holds for
 * @param parts the exam parts it holds for
 */
public record AppliesTo(Set<ParticipantGroup> groups, Set<LearningRoute> routes, Set<LanguageLevel> levels, Set<ExamPart> parts) {

    /** Takes null as 'no restriction', because that is how a data file says it. */
    public AppliesTo {
        groups = copy(groups);
        routes = copy(routes);
        levels = copy(levels);
        parts = copy(parts);
    }

    /** Holds always and for everyone. */
    static AppliesTo everyone() {
        return new AppliesTo(null, null, null, null);
    }

    /** Whether the fact holds in this case, of which everything is known. */
    boolean covers(Situation known) {
        return allows(groups, known.group()) && allows(routes, known.route())
            && allows(levels, known.level()) && allows(parts, known.part());
    }

    /** Whether there is a case for which both hold. */
    boolean overlaps(AppliesTo other) {
        return meet(groups, other.groups) && meet(routes, other.routes)
            && meet(levels, other.levels) && meet(parts, other.parts);
    }

    private static <T> boolean allows(Set<T> allowed, T value) {
        return allowed.isEmpty() || allowed.contains(value);
    }

    private static <T> boolean meet(Set<T> some, Set<T> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    private static <T> Set<T> copy(Set<T> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
