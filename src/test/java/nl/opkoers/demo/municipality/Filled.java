package nl.opkoers.demo.municipality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The dossiers as they would be seeded on a given day, without a database. */
final class Filled {

    private Filled() {
    }

    static Map<String, ObjectNode> castOn(LocalDate day) {
        RelativeDates dates = new RelativeDates(clock(day));
        return new CastDossiers(resources(), dates, common(dates)).all().stream()
                .collect(Collectors.toMap(Resident::key, Resident::dossier));
    }

    static List<Resident> populationOn(LocalDate day) {
        RelativeDates dates = new RelativeDates(clock(day));
        return new Population(resources(), new Staff(resources(), dates), common(dates), day).residents(60);
    }

    private static CommonParts common(RelativeDates dates) {
        return new CommonParts(new Staff(resources(), dates), dates.resolve("today-1day at 05:30"));
    }

    private static Resources resources() {
        return new Resources(new ObjectMapper());
    }

    private static Clock clock(LocalDate day) {
        return Clock.fixed(day.atTime(12, 0).atZone(RelativeDates.ZONE).toInstant(), RelativeDates.ZONE);
    }
}
