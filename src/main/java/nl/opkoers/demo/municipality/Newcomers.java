package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Draws the people of the population: who they are and which steps they have reached, when. */
final class Newcomers {

    private static final int LONGEST_DAYS = 1_080;
    private static final int LAST_AGE = 64;

    private final Draws draws;
    private final JsonNode names;
    private final LocalDate today;

    Newcomers(Draws draws, JsonNode names, LocalDate today) {
        this.draws = draws;
        this.names = names;
        this.today = today;
    }

    /** Everyone, both groups mixed. */
    List<Newcomer> all() {
        List<Boolean> groups = new ArrayList<>();
        for (int i = 0; i < Figures.ASYLUM.size() + Figures.FAMILY.size(); i++) {
            groups.add(i < Figures.ASYLUM.size());
        }
        List<Newcomer> all = new ArrayList<>();
        draws.shuffled(groups).forEach(asylum -> all.add(draw(all.size(), asylum)));
        return all;
    }

    private Newcomer draw(int number, boolean asylum) {
        Figures figures = asylum ? Figures.ASYLUM : Figures.FAMILY;
        boolean woman = !draws.happens(figures.men());
        String origin = draws.weighed(figures.origins());
        boolean inReception = asylum && draws.happens(Figures.IN_RECEPTION);
        Figures.Reached reached = inReception ? Figures.RECEPTION : Figures.HOUSED;
        double far = draws.share();

        int settledAfter = figures.settleWeeks() == 0 ? 0 : draws.waiting(figures.settleWeeks());
        int intakeAfter = settledAfter + draws.waiting(figures.intakeWeeks());
        int pipAfter = intakeAfter + draws.waiting(figures.pipWeeks());
        int lessonsAfter = Math.max(pipAfter + 3, draws.waiting(figures.startWeeks()));
        boolean hasPip = far < reached.pip();
        int atLeast = far < reached.lessons() ? lessonsAfter : hasPip ? pipAfter : far < reached.test() ? intakeAfter + 3 : settledAfter;
        int sinceThen = far < reached.lessons() ? draws.between(7, Math.max(60, LONGEST_DAYS - lessonsAfter)) : draws.between(5, 200);
        LocalDate notice = today.minusDays(atLeast + sinceThen);

        return new Newcomer(number, asylum, woman, name(origin, woman), origin, language(origin), birthDate(figures), inReception,
                notice,
                inReception ? null : notice.plusDays(settledAfter),
                far < reached.intake() ? notice.plusDays(intakeAfter) : null,
                far < reached.test() ? notice.plusDays(intakeAfter + 3) : null,
                hasPip ? notice.plusDays(pipAfter) : null,
                far < reached.lessons() ? notice.plusDays(lessonsAfter) : null);
    }

    private LocalDate birthDate(Figures figures) {
        int first = draws.weighed(figures.ages());
        List<Integer> bands = new ArrayList<>(figures.ages().keySet());
        int next = bands.indexOf(first) + 1;
        int last = next < bands.size() ? bands.get(next) - 1 : LAST_AGE;
        return today.minusYears(draws.between(first, last)).minusDays(draws.between(0, 360));
    }

    private String name(String origin, boolean woman) {
        return one(names.path(origin).path(woman ? "vrouw" : "man")) + " " + one(names.path(origin).path("familie"));
    }

    private String one(JsonNode choices) {
        return choices.get(draws.between(0, choices.size() - 1)).textValue();
    }

    private String language(String origin) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        names.path(origin).path("taal").properties().forEach(entry -> weights.put(entry.getKey(), entry.getValue().intValue()));
        return draws.weighed(weights);
    }
}
