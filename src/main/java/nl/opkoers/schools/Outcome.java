package nl.opkoers.schools;

import java.util.List;
import java.util.Objects;

/**
 * What it will cost, as far as that is known: a range, never a promise.
 *
 * @param parts  each sort of cost, known or not
 * @param ways   how it might be paid, side by side; empty where nobody has to pay a school, or it is not known what that costs
 * @param months in how many months it is to be paid; {@code null} when not known
 */
public record Outcome(List<Part> parts, List<Way> ways, Given<Integer> months) {

    public Outcome {
        parts = List.copyOf(parts);
        ways = List.copyOf(ways);
    }

    /** The sorts of cost. */
    public enum Kind {
        LESSONS, MATERIAL, TRAVEL, EXAMS, RETAKES, CHILDCARE
    }

    /**
     * One sort of cost.
     *
     * @param amount {@code null} when not known: it is then in no total
     * @param bases  what it rests on
     */
    public record Part(Kind kind, Range amount, List<Basis> bases) {

        public Part {
            bases = List.copyOf(bases);
        }
    }

    /** The ways to pay, in a fixed order that says nothing. */
    public enum Means {
        OWN, INSTALMENTS, PARTNER, LOAN
    }

    /**
     * One way to pay.
     *
     * @param total   what the person pays themselves in all; {@code null} when that is not known
     * @param month   what that is a month, or, for instalments, each time; {@code null} when not known
     * @param times   how many months or times; {@code null} when not known
     * @param sooner  what is paid beside it from own money; {@code null} where there is nothing
     */
    public record Way(Means means, Range total, Range month, Integer times, Range sooner) {
    }

    /** All that is known, together. */
    public Range getTotal() {
        return parts.stream().map(Part::amount).filter(Objects::nonNull).reduce(Range.NOTHING, Range::plus);
    }

    /** What is in no total, because nobody knows it yet. */
    public List<Kind> getMissing() {
        return parts.stream().filter(part -> part.amount() == null).map(Part::kind).toList();
    }

    /** Whether anything is known that has to be paid or not. */
    public boolean isAnythingKnown() {
        return parts.stream().anyMatch(part -> part.amount() != null);
    }

    /** The parts to show: not that nothing is done again, which says nothing. */
    public List<Part> getShown() {
        return parts.stream().filter(part -> part.kind() != Kind.RETAKES || !Range.NOTHING.equals(part.amount())).toList();
    }

    /** Whether it is known what the lessons cost. */
    public boolean isLessonsKnown() {
        return part(Kind.LESSONS).amount() != null;
    }

    /** The total a month; {@code null} when it is not known in how many months. */
    public Range getMonth() {
        return months == null ? null : getTotal().in(months.value());
    }

    /** One sort of cost; {@code null} where this route does not have it. */
    public Part part(Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).findFirst().orElse(null);
    }
}
