package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who of the population follows which route and has done what, in the shares of {@link Figures}. */
final class Milestones {

    /** How someone's exams went so far. */
    enum Exams { NOT_YET, ALL_PASSED, SOME_PASSED, NONE_PASSED }

    private static final Set<Newcomer> NOBODY = Set.of();
    private static final int OLDEST_FOR_ONWARD_STUDY = 30;

    private final Draws draws;
    private final LocalDate today;
    private final Map<Newcomer, String> routes = new HashMap<>();
    private final Map<Newcomer, Exams> exams = new HashMap<>();
    private final Set<Newcomer> completed = new HashSet<>();
    private final Set<Newcomer> pvt = new HashSet<>();
    private final Set<Newcomer> map = new HashSet<>();
    private final Set<Newcomer> scaledDown = new HashSet<>();
    private final Set<Newcomer> switched = new HashSet<>();

    Milestones(Draws draws, List<Newcomer> all, LocalDate today) {
        this.draws = draws;
        this.today = today;
        decide(all.stream().filter(Newcomer::asylum).toList(), Figures.ASYLUM);
        decide(all.stream().filter(newcomer -> !newcomer.asylum()).toList(), Figures.FAMILY);
    }

    /** B, O or Z; null without a PIP. */
    String route(Newcomer newcomer) {
        return routes.get(newcomer);
    }

    Exams exams(Newcomer newcomer) {
        return exams.getOrDefault(newcomer, Exams.NOT_YET);
    }

    boolean completed(Newcomer newcomer) {
        return completed.contains(newcomer);
    }

    boolean pvt(Newcomer newcomer) {
        return pvt.contains(newcomer);
    }

    boolean map(Newcomer newcomer) {
        return map.contains(newcomer);
    }

    boolean scaledDown(Newcomer newcomer) {
        return scaledDown.contains(newcomer);
    }

    boolean switched(Newcomer newcomer) {
        return switched.contains(newcomer);
    }

    private void decide(List<Newcomer> group, Figures figures) {
        decideRoutes(group.stream().filter(newcomer -> newcomer.pip() != null).toList(), figures);
        Set<Newcomer> done = draws.choose(group, part(group, figures.completed()), NOBODY,
                newcomer -> newcomer.hasLessonsBefore(today.minusMonths(18)));
        completed.addAll(done);
        pvt.addAll(draws.choose(group, part(group, figures.pvt()), done,
                newcomer -> newcomer.hasPipBefore(today.minusMonths(3))));
        map.addAll(draws.choose(group, part(group, figures.map()), only(done, not("O")),
                not("O").and(newcomer -> newcomer.hasPipBefore(today.minusMonths(6)) && !done.contains(newcomer))));
        decideExams(group, figures, only(done, not("Z")));
        decideChanges(group);
    }

    private void decideRoutes(List<Newcomer> withPip, Figures figures) {
        Set<Newcomer> onderwijs = draws.choose(withPip, part(withPip, figures.onderwijs()), NOBODY,
                newcomer -> newcomer.ageOn(today) <= OLDEST_FOR_ONWARD_STUDY);
        Set<Newcomer> zRoute = draws.choose(withPip, part(withPip, figures.zRoute()), NOBODY,
                newcomer -> !onderwijs.contains(newcomer));
        withPip.forEach(newcomer -> routes.put(newcomer,
                onderwijs.contains(newcomer) ? "O" : zRoute.contains(newcomer) ? "Z" : "B"));
    }

    private void decideExams(List<Newcomer> group, Figures figures, Set<Newcomer> done) {
        Set<Newcomer> sat = draws.choose(group, part(group, figures.examined()), done,
                not("Z").and(newcomer -> newcomer.hasLessonsBefore(today.minusMonths(8)) && !completed.contains(newcomer)));
        List<Newcomer> inOrder = group.stream().filter(sat::contains).toList();
        Set<Newcomer> all = draws.choose(inOrder, part(inOrder, figures.allPassed()), done, newcomer -> true);
        Set<Newcomer> none = draws.choose(inOrder, part(inOrder, figures.nonePassed()), NOBODY, newcomer -> !all.contains(newcomer));
        sat.forEach(newcomer -> exams.put(newcomer,
                all.contains(newcomer) ? Exams.ALL_PASSED : none.contains(newcomer) ? Exams.NONE_PASSED : Exams.SOME_PASSED));
    }

    /** Scaling down asks for 600 lesson hours first; a change of route comes within a year and a half. */
    private void decideChanges(List<Newcomer> group) {
        List<Newcomer> b1 = group.stream().filter(newcomer -> "B".equals(route(newcomer))).toList();
        Set<Newcomer> down = draws.choose(b1, part(b1, Figures.SCALED_DOWN), NOBODY,
                newcomer -> newcomer.hasLessonsBefore(today.minusMonths(17)) && !completed(newcomer));
        scaledDown.addAll(down);
        List<Newcomer> withPip = group.stream().filter(newcomer -> newcomer.pip() != null).toList();
        switched.addAll(draws.choose(withPip, part(withPip, Figures.SWITCHED_ROUTE), NOBODY,
                newcomer -> newcomer.hasPipBefore(today.minusMonths(7)) && !completed(newcomer) && !down.contains(newcomer)));
    }

    private Predicate<Newcomer> not(String route) {
        return newcomer -> route(newcomer) != null && !route.equals(route(newcomer));
    }

    private static Set<Newcomer> only(Set<Newcomer> some, Predicate<Newcomer> condition) {
        Set<Newcomer> chosen = new HashSet<>(some);
        chosen.removeIf(condition.negate());
        return chosen;
    }

    private static long part(List<Newcomer> group, double share) {
        return Math.round(share * group.size());
    }
}
