package nl.opkoers.coaching;

import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.contact.OwedAnswers;

/**
 * Sums as a team lead may see them: of nobody. A number under ten is never shown, nor zero, which is one of them; other numbers
 * are rounded to tens. Where of two parts of a number one is under ten, the other one is not shown either, nor a share: the
 * small part would follow from them. And nothing is shown of fewer than ten in all.
 *
 * @param number   how many, in tens; {@code null} when fewer than ten
 * @param late     how many of them too late, in tens; {@code null} when fewer than ten, or when it would tell another number
 * @param fewLate  whether these are fewer than ten
 * @param inTime   how many in time, in tens; {@code null} as above
 * @param fewInTime whether these are fewer than ten
 * @param percent  which share came in time, in steps of five; {@code null} where one of the parts is not shown
 * @param median   in days; {@code null} when not shown
 * @param longest  how long the longest took, ten of them at least; {@code null} when not shown
 */
record Figures(Integer number, Integer late, boolean fewLate, Integer inTime, boolean fewInTime, Integer percent, Integer median,
        Band longest) {

    /** The smallest number that is shown. */
    static final int SMALLEST = 10;

    private static final int STEP = 10;
    private static final int PERCENT_STEP = 5;
    private static final int PERCENT = 100;
    private static final Figures NONE = new Figures(null, null, false, null, false, null, null, null);

    /** How long something took, in days. */
    public enum Band {
        TWO(2), FIVE(5), TEN(10), TWENTY(20), FORTY(40), MORE(Integer.MAX_VALUE);

        private final int most;

        Band(int most) {
            this.most = most;
        }

        static Band of(int days) {
            return Stream.of(values()).filter(band -> days <= band.most).findFirst().orElseThrow();
        }
    }

    /** @param sums of which the longest is that of which there are {@link #SMALLEST} */
    static Figures of(OwedAnswers.Sums sums) {
        if (sums.number() < SMALLEST) {
            return NONE;
        }
        long inTime = sums.number() - sums.late();
        boolean fewLate = sums.late() < SMALLEST;
        boolean fewInTime = inTime < SMALLEST;
        boolean whole = !fewLate && !fewInTime;
        return new Figures(tens(sums.number()), whole ? tens(sums.late()) : null, fewLate, whole ? tens(inTime) : null, fewInTime,
                whole ? percent(inTime, sums.number()) : null, sums.median(),
                Optional.ofNullable(sums.longest()).map(Band::of).orElse(null));
    }

    /** Whether there is anything to show. */
    public boolean isShown() {
        return number != null;
    }

    private static int tens(long number) {
        return (int) Math.round((double) number / STEP) * STEP;
    }

    private static int percent(long part, long whole) {
        return (int) Math.round((double) part * PERCENT / whole / PERCENT_STEP) * PERCENT_STEP;
    }
}
