package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The lessons of whoever in the population has started: nine hours a week, five days in the education route. */
final class PopulationTimetable {

    private record Hours(List<Integer> days, String from, String until) {
    }

    private static final List<Hours> USUAL = List.of(
            new Hours(List.of(1, 2, 4), "09:00", "12:00"),
            new Hours(List.of(1, 3, 5), "13:00", "16:00"),
            new Hours(List.of(2, 3, 4), "09:30", "12:30"),
            new Hours(List.of(1, 3, 4), "18:30", "21:30"));
    private static final Hours EVERY_DAY = new Hours(List.of(1, 2, 3, 4, 5), "09:00", "14:30");
    private static final Hours SHIFT = new Hours(List.of(5), "09:00", "14:00");

    private final LocalDate today;
    private final String refreshed;

    PopulationTimetable(LocalDate today, String refreshed) {
        this.today = today;
        this.refreshed = refreshed;
    }

    /** @param number tells this person from the others, and chooses the days */
    Timetable of(String id, int number, JsonNode dossier) {
        JsonNode course = dossier.path("inburgeringsaanbod");
        if (!"Gestart".equals(course.path("status").textValue())) {
            return Timetable.EMPTY;
        }
        String owner = id.substring(0, 8) + "-les-";
        String school = course.at("/instelling/naam").textValue();
        String route = dossier.at("/pip/actueel/leerroute").asText();
        List<LessonPattern> patterns = new ArrayList<>();
        patterns.add(pattern(owner + 0, "O".equals(route) ? EVERY_DAY : USUAL.get(number % USUAL.size()), course,
                details("Les", "Nederlandse les", school)));
        boolean asylum = "Asielstatushouder".equals(dossier.at("/doelgroep/indeling").textValue());
        if ("Z".equals(route) && asylum && number % USUAL.size() != 1) {
            patterns.add(pattern(owner + 1, SHIFT, course, details("Participatie", "Vrijwilligerswerk", "Buurthuis De Haven")));
        }
        return new Timetable(patterns, List.of());
    }

    private LessonPattern pattern(String id, Hours hours, JsonNode course, ObjectNode details) {
        return new LessonPattern(id, hours.days(), LocalTime.parse(hours.from()), LocalTime.parse(hours.until()),
                LocalDate.parse(course.path("verwachteStartdatumOpleiding").textValue()), CastTimetable.lastDay(course, today),
                1, details);
    }

    private ObjectNode details(String kind, String subject, String place) {
        ObjectNode details = Json.object().put("soort", kind).put("onderwerp", subject).put("bron", place)
                .put("bijgewerktOp", refreshed);
        details.putObject("plaats").put("naam", place).put("adres", "Waterstad");
        return details;
    }
}
