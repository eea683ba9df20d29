package nl.opkoers.law;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All facts of all years, to be asked what holds on a day in a case. Immutable.
 *
 * <p>When several facts answer the same question on the same day, the one that took effect last wins: a new year's file states a
 * changed rule from its first day and leaves the old file as it was.
 */
public final class LawBook {

    /** One reviewed file per year; add the next year's here. */
    static final List<String> FILES = List.of("/law/2026.json");

    /** More than a day's pages ask; then remembering begins anew. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Map<RuleKey, List<Fact>> facts;
    /** The book never changes, and pages ask the same over and over. */
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

    private record Question(RuleKey key, LocalDate on, Situation situation) {
    }

    private LawBook(List<Fact> all) {
        refuseAmbiguity(all);
        this.facts = all.stream()
            .sorted(Comparator.comparing(Fact::validFrom).reversed())
            .collect(Collectors.groupingBy(Fact::key, () -> new EnumMap<>(RuleKey.class), Collectors.toUnmodifiableList()));
    }

    /**
     * The facts that are shipped with the portal.
     *
     * @throws IllegalArgumentException when a file does not say what it should
     */
    public static LawBook standard() {
        return Shipped.BOOK;
    }

    /**
     * The facts of these files together. The streams are read to their end and closed.
     *
     * @throws IllegalArgumentException when a file is not well formed, misses a source, or two facts answer the same question
     */
    public static LawBook read(InputStream... files) {
        return new LawBook(FactFile.read(List.of(files)));
    }

    /** What holds on this day for a person of this group on this route (null when the route is not known). */
    public Answer ask(RuleKey key, LocalDate on, ParticipantGroup group, LearningRoute route) {
        return ask(key, on, Situation.of(group, route));
    }

    /** What holds on this day for everyone alike. */
    public Answer ask(RuleKey key, LocalDate on) {
        return ask(key, on, Situation.anyone());
    }

    /**
     * What holds on this day in this case. Known only when the answer is the same in every case that the situation may turn out to
     * be; not applicable only when the rule holds in none of them.
     */
    public Answer ask(RuleKey key, LocalDate on, Situation situation) {
        if (answers.size() >= MOST_REMEMBERED) {
            answers.clear();
        }
        return answers.computeIfAbsent(new Question(key, on, situation), question -> find(key, on, situation));
    }

    private Answer find(RuleKey key, LocalDate on, Situation situation) {
        List<Fact> inForce = factsOf(key).stream().filter(fact -> fact.inForceOn(on)).toList();
        if (inForce.isEmpty()) {
            return new Answer.Unknown(key);
        }
        Set<Optional<Fact>> outcomes = situation.possibilities()
            .map(known -> inForce.stream().filter(fact -> fact.appliesTo().covers(known)).findFirst())
            .collect(Collectors.toSet());
        if (outcomes.size() > 1) {
            return new Answer.Unknown(key);
        }
        return outcomes.iterator().next()
            .<Answer>map(Answer.Known::new)
            .orElseGet(() -> new Answer.NotApplicable(inForce.get(0)));
    }

    /** Every fact under this key, of any day, the latest first. */
    public List<Fact> factsOf(RuleKey key) {
        return facts.getOrDefault(key, List.of());
    }

    /** Every fact in the book, by key. */
    public Stream<Fact> facts() {
        return facts.values().stream().flatMap(List::stream);
    }

    private static void refuseAmbiguity(List<Fact> all) {
        for (int i = 0; i < all.size(); i++) {
            for (Fact later : all.subList(i + 1, all.size())) {
                Fact earlier = all.get(i);
                if (earlier.key() == later.key() && earlier.validFrom().equals(later.validFrom())
                    && earlier.appliesTo().overlaps(later.appliesTo())) {
                    throw new IllegalArgumentException("two facts answer the same question: " + earlier + " and " + later);
                }
            }
        }
    }

    /** Read on first use, once. */
    private static final class Shipped {
        static final LawBook BOOK = read(FILES.stream().map(LawBook.class::getResourceAsStream).toArray(InputStream[]::new));
    }
}
