package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Between which days something in a dossier can have happened: from the first PIP, not after today, within the term. */
final class DossierDates {

    private final JsonNode dossier;
    private final LocalDate today;

    DossierDates(JsonNode dossier, LocalDate today) {
        this.dossier = dossier;
        this.today = today;
    }

    /** The date of the first PIP, in whichever municipality; empty when there is none yet. */
    Optional<LocalDate> firstPip() {
        Stream<JsonNode> all = Stream.concat(Stream.of(dossier.at("/pip/actueel")),
                StreamSupport.stream(dossier.at("/pip/historie").spliterator(), false));
        return all.filter(pip -> pip.path("dagtekeningPip").isTextual())
                .map(pip -> LocalDate.parse(pip.path("dagtekeningPip").textValue()))
                .min(LocalDate::compareTo);
    }

    /** Everything that is wrong with this day; nothing when it is null. */
    List<Problem.Mistake> mistakes(String field, LocalDate day) {
        List<Problem.Mistake> mistakes = new ArrayList<>(notLater(field, day));
        if (day != null && firstPip().map(day::isBefore).orElse(true)) {
            mistakes.add(new Problem.Mistake(field, "voor-eerste-plan"));
        }
        return mistakes;
    }

    /** As {@link #mistakes}, for what can come before a first PIP, such as that PIP itself. */
    List<Problem.Mistake> notLater(String field, LocalDate day) {
        List<Problem.Mistake> mistakes = new ArrayList<>();
        if (day != null && day.isAfter(today)) {
            mistakes.add(new Problem.Mistake(field, "in-de-toekomst"));
        }
        // DUO's end of the term is the first day that is no longer in it.
        String end = dossier.at("/termijn/einddatum").asText("");
        if (day != null && !end.isEmpty() && !day.isBefore(LocalDate.parse(end))) {
            mistakes.add(new Problem.Mistake(field, "na-termijn"));
        }
        return mistakes;
    }
}
