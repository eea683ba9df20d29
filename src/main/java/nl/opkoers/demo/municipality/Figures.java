package nl.opkoers.demo.municipality;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a large municipality's participants look like, from published evaluations of the Wet inburgering 2021 and the
 * public counts of 1-1-2025; shares are of the group unless said otherwise. The share in reception and the languages
 * are assumptions, for want of a figure.
 *
 * @param size         people in the group
 * @param men          share of men
 * @param ages         weights per age band, by its first year; the last ends at 64
 * @param origins      weights per country
 * @param onderwijs    share of the education route among those with a PIP
 * @param zRoute       share of the Z-route among those with a PIP
 * @param settleWeeks  median from notice to settling
 * @param intakeWeeks  median from settling to intake
 * @param pipWeeks     median from intake to PIP
 * @param startWeeks   median from notice to the first lesson
 * @param pvt          share that has signed the PVT
 * @param map          share that has had the closing talk of the MAP
 * @param completed    share that has completed everything
 * @param examined     share that has sat at least one exam
 * @param allPassed    among these, the share that passed all they sat
 * @param nonePassed   among these, the share that passed none
 * @param levelA2      share of language exams sat at A2
 * @param levelB2      share of language exams sat at B2
 */
record Figures(int size, double men, Map<Integer, Integer> ages, Map<String, Integer> origins, double onderwijs, double zRoute,
               int settleWeeks, int intakeWeeks, int pipWeeks, int startWeeks, double pvt, double map, double completed,
               double examined, double allPassed, double nonePassed, double levelA2, double levelB2) {

    static final Figures ASYLUM = new Figures(1_960, 0.59,
            weights(18, 13, 22, 32, 31, 38, 46, 17),
            countries("Syrië", 52, "Jemen", 12, "Eritrea", 14, "Turkije", 9, "Afghanistan", 8, "Iran", 5),
            0.13, 0.30, 20, 3, 11, 39, 0.20, 0.06, 0.03, 0.24, 0.37, 0.18, 0.38, 0.10);

    static final Figures FAMILY = new Figures(2_370, 0.30,
            weights(18, 3, 22, 35, 31, 48, 46, 14),
            countries("Turkije", 18, "Marokko", 13, "Suriname", 9, "Pakistan", 10, "China", 9, "Filipijnen", 8, "Overig", 33),
            0.005, 0.07, 0, 12, 5, 19, 0.46, 0.25, 0.09, 0.31, 0.41, 0.17, 0.27, 0.05);

    /** Of asylum holders; assumed. */
    static final double IN_RECEPTION = 0.10;
    /** Reached by who has a home, and by who is still in reception. */
    static final Reached HOUSED = new Reached(0.84, 0.94, 0.86, 0.84);
    static final Reached RECEPTION = new Reached(0.23, 0.30, 0.13, 0.13);
    /** Of those in the B1-route. */
    static final double SCALED_DOWN = 0.04;
    /** Of those with a PIP. */
    static final double SWITCHED_ROUTE = 0.015;

    /** Shares that have reached a step. */
    record Reached(double intake, double test, double pip, double lessons) {
    }

    private static Map<Integer, Integer> weights(int... pairs) {
        Map<Integer, Integer> weights = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            weights.put(pairs[i], pairs[i + 1]);
        }
        return weights;
    }

    private static Map<String, Integer> countries(Object... pairs) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            weights.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return weights;
    }
}
