package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the hours of somebody who has started lessons, as many as the weeks since then allow. */
final class PopulationHours {

    private static final int Z_HOURS = 800;
    private static final int LEAST_BEFORE_SCALING_DOWN = 600;
    private static final double ATTENDANCE = 0.8;

    private final Milestones milestones;
    private final LocalDate today;

    PopulationHours(Milestones milestones, LocalDate today) {
        this.milestones = milestones;
        this.today = today;
    }

    void write(ObjectNode dossier, Newcomer newcomer, LocalDate completed, String school) {
        String route = milestones.route(newcomer);
        LocalDate last = completed == null ? today.minusDays(9) : completed;
        double weeks = Math.max(0, ChronoUnit.WEEKS.between(newcomer.lessons(), last)) * ATTENDANCE;
        int perWeek = "O".equals(route) ? 20 : "Z".equals(route) ? 10 : 9;
        int lessons = (int) Math.min(weeks * perWeek, "O".equals(route) ? 1_500 : Z_HOURS);
        if (milestones.scaledDown(newcomer)) {
            lessons = Math.max(lessons, LEAST_BEFORE_SCALING_DOWN + 10);
        }
        boolean finishedZ = completed != null && "Z".equals(route);
        ArrayNode kinds = dossier.putObject("uren").putArray("soorten");
        add(kinds, "Lesuren", finishedZ ? Z_HOURS : lessons, newcomer.asylum() ? null : budget(lessons), last, school);
        // Only asylum holders in the Z-route owe participation hours (Besluit inburgering 3.14).
        if (newcomer.asylum() && "Z".equals(route)) {
            add(kinds, "Participatie-uren", finishedZ ? Z_HOURS : (int) Math.min(weeks * 5, Z_HOURS), null, last, Waterstad.NAME);
        }
    }

    private static int budget(int lessons) {
        return lessons <= 560 ? 600 : lessons <= 760 ? 800 : 1_600;
    }

    private static void add(ArrayNode kinds, String kind, int hours, Integer budget, LocalDate knownUntil, String source) {
        kinds.addObject().put("soort", kind).put("uren", hours).put("budget", budget)
                .put("bekendTot", knownUntil.toString()).put("bron", source);
    }
}
