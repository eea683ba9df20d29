package nl.opkoers.demo.municipality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The result of an exam, in DUO's words.
 *
 * @param part   KNM, LE, LU, SC or SP
 * @param day    when it was sat
 * @param level  A2, B1 or B2; null for KNM
 * @param result Geslaagd, Gezakt or Geen
 * @param reason why there is none, such as Afgemeld; null when there is one
 */
public record ExamResult(String part, LocalDate day, String level, String result, String reason) {

    private static final Set<String> RESULTS = Set.of("Geslaagd", "Gezakt", "Geen");
    private static final Set<String> LEVELS = Set.of("A2", "B1", "B2");

    List<Problem.Mistake> mistakes(ObjectNode dossier, LocalDate today) {
        List<Problem.Mistake> mistakes = new ArrayList<>(new DossierDates(dossier, today).mistakes("examendatum", day));
        if (find(dossier).isEmpty()) {
            mistakes.add(new Problem.Mistake("onderdeel", "onbekende-waarde"));
        }
        if (!RESULTS.contains(result)) {
            mistakes.add(new Problem.Mistake("resultaat", "onbekende-waarde"));
        }
        if ("KNM".equals(part) ? level != null : level == null || !LEVELS.contains(level)) {
            mistakes.add(new Problem.Mistake("niveau", "onbekende-waarde"));
        }
        return mistakes;
    }

    ObjectNode put(ObjectNode dossier) {
        ObjectNode exams = find(dossier).orElseThrow();
        ObjectNode attempt = StreamSupport.stream(exams.withArray("pogingen").spliterator(), false)
                .filter(sat -> day.toString().equals(sat.path("examendatum").textValue()))
                .map(ObjectNode.class::cast).findFirst()
                .orElseGet(() -> exams.withArray("pogingen").addObject());
        attempt.put("examendatum", day.toString()).put("niveau", level).put("resultaat", result).put("redenGeenResultaat", reason);
        String planned = exams.at("/gepland/afspraak/begin").asText("");
        if (!planned.isEmpty() && !LocalDate.ofInstant(Instant.parse(planned), RelativeDates.ZONE).isAfter(day)) {
            exams.putNull("gepland");
        }
        return dossier;
    }

    private Optional<ObjectNode> find(JsonNode dossier) {
        return StreamSupport.stream(dossier.at("/examens/onderdelen").spliterator(), false)
                .filter(known -> part.equals(known.path("onderdeel").textValue()))
                .map(ObjectNode.class::cast).findFirst();
    }
}
