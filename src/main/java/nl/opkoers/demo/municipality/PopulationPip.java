package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the PIP of somebody in the population, with the earlier one when it was changed. DUO's rules are kept. */
final class PopulationPip {

    private record Goal(String code, String wish) {
    }

    private static final Map<String, List<Goal>> GOALS = Map.of(
            "B", List.of(new Goal("BETAALD_WERKEN", "Betaald werk"), new Goal("BETAALD_WERKEN", "Betaald werk met scholing"),
                    new Goal("WERKFIT_WORDEN", "Werkervaring opdoen"), new Goal("ONDERNEMEN", "Ondernemen")),
            "O", List.of(new Goal("OPLEIDING_MET_STUDIEFINANCIERING", "Een opleiding volgen")),
            "Z", List.of(new Goal("MAATSCHAPPELIJK_FIT_WORDEN", "Vrijwilligerswerk doen"),
                    new Goal("MAATSCHAPPELIJK_FIT_WORDEN", "Taalvaardigheid vergroten"),
                    new Goal("BETAALD_WERKEN_NAAR_VERMOGEN", "Betaald werk naar vermogen")));

    private final Draws draws;
    private final Milestones milestones;
    private final LocalDate today;

    PopulationPip(Draws draws, Milestones milestones, LocalDate today) {
        this.draws = draws;
        this.milestones = milestones;
        this.today = today;
    }

    void write(ObjectNode dossier, Newcomer newcomer) {
        ObjectNode pip = dossier.putObject("pip");
        pip.putNull("actueel");
        ArrayNode history = pip.putArray("historie");
        String route = milestones.route(newcomer);
        if (route == null) {
            return;
        }
        if (milestones.scaledDown(newcomer)) {
            LocalDate changed = draws.between(newcomer.lessons().plusMonths(16), today.minusDays(2));
            version(pip.putObject("actueel"), newcomer, route, 2, changed, "Afschaling naar A2").put("niveau", "A2");
            version(history.addObject(), newcomer, route, 1, newcomer.pip(), null);
        } else if (milestones.switched(newcomer)) {
            LocalDate latest = newcomer.pip().plusMonths(17);
            LocalDate changed = draws.between(newcomer.pip().plusMonths(3), latest.isBefore(today) ? latest : today.minusDays(2));
            version(pip.putObject("actueel"), newcomer, route, 2, changed, "Wijziging van leerroute");
            version(history.addObject(), newcomer, "B".equals(route) ? "Z" : "B", 1, newcomer.pip(), null);
        } else {
            version(pip.putObject("actueel"), newcomer, route, 1, newcomer.pip(), null);
        }
    }

    private ObjectNode version(ObjectNode version, Newcomer newcomer, String route, int number, LocalDate date, String reason) {
        boolean b1 = "B".equals(route);
        version.put("versie", number)
                .put("dagtekeningPip", date.toString())
                .put("leerroute", route)
                .put("niveau", "Z".equals(route) ? null : "B1")
                .put("geschatteIntensiteitB1Route", b1 && newcomer.asylum() ? 10 * draws.between(45, 90) : null)
                .put("indicatorMagOpleidingAfmaken", draws.happens(0.02))
                .put("indicatorAlfabetiseringsonderwijs", literacy(route))
                .put("pvtUren", 12)
                .putNull("mapUren")
                .put("redenWijziging", reason);
        Goal goal = draws.one(GOALS.get(route));
        version.putArray("doelen").addObject().put("code", goal.code()).put("ontwikkelwens", goal.wish()).putNull("eigenWoorden");
        version.putArray("ondersteuning");
        return version;
    }

    private String literacy(String route) {
        if ("Z".equals(route)) {
            return draws.one(List.of("A", "AA", "NVT"));
        }
        return "B".equals(route) && draws.happens(0.08) ? "AA" : "NVT";
    }
}
