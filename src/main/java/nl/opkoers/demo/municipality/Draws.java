package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Chance with a fixed seed: the same draws in the same order at every seeding. */
final class Draws {

    private final Random random;

    Draws(long seed) {
        this.random = new Random(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double share() {
        return random.nextDouble();
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** A day from the first to the last, both included; the first when they are the wrong way round. */
    LocalDate between(LocalDate first, LocalDate last) {
        return first.isBefore(last) ? first.plusDays(between(0, (int) (last.toEpochDay() - first.toEpochDay()))) : first;
    }

    /** Days of waiting around a median in weeks: half is shorter, a few take far longer, as waiting does. */
    int waiting(int medianWeeks) {
        double factor = Math.exp(0.45 * random.nextGaussian());
        return (int) Math.round(7 * medianWeeks * Math.min(factor, 2.2));
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the keys of a map that keeps its order, each as likely as its weight. */
    <T> T weighed(Map<T, Integer> weights) {
        int left = random.nextInt(weights.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<T, Integer> entry : weights.entrySet()) {
            left -= entry.getValue();
            if (left < 0) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("Weights do not add up");
    }

    /** The same people in another order. */
    <T> List<T> shuffled(List<T> all) {
        List<T> copy = new ArrayList<>(all);
        Collections.shuffle(copy, random);
        return copy;
    }

    /**
     * A given number of people who can be chosen, those who must be in it included.
     *
     * @throws IllegalStateException when there are too few to choose from
     */
    <T> Set<T> choose(List<T> all, long count, Set<T> certain, Predicate<T> possible) {
        List<T> open = shuffled(all.stream().filter(possible).filter(one -> !certain.contains(one)).toList());
        long wanted = count - certain.size();
        if (wanted < 0 || wanted > open.size()) {
            throw new IllegalStateException("Cannot choose " + wanted + " of " + open.size());
        }
        Set<T> chosen = open.stream().limit(wanted).collect(Collectors.toSet());
        chosen.addAll(certain);
        return chosen;
    }
}
