package nl.opkoers.demo.municipality;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.PipRules;
import nl.opkoers.law.ProposedPip;

/** A new version of a PIP, or the first one. */
final class PipAmendment {

    private static final Map<PipRules.Violation, Problem.Mistake> VIOLATIONS = Map.of(
            PipRules.Violation.LEVEL_NOT_ON_ROUTE, new Problem.Mistake("niveau", "niveau-niet-bij-route"),
            PipRules.Violation.LEVEL_NOT_ON_FIRST_PIP, new Problem.Mistake("niveau", "niveau-niet-bij-eerste-plan"),
            PipRules.Violation.INTENSITY_NOT_FOR_THIS_PERSON,
            new Problem.Mistake("geschatteIntensiteitB1Route", "intensiteit-niet-bij-route"),
            PipRules.Violation.INTENSITY_OUT_OF_RANGE, new Problem.Mistake("geschatteIntensiteitB1Route", "buiten-bereik"));

    private final ObjectNode dossier;
    private final ObjectNode pip;
    private final Optional<ObjectNode> previous;
    private final List<Problem.Mistake> mistakes = new ArrayList<>();

    PipAmendment(ObjectNode dossier, ObjectNode pip) {
        this.dossier = dossier;
        this.previous = Optional.of(dossier.at("/pip/actueel")).filter(JsonNode::isObject)
                .or(() -> Optional.of(dossier.at("/pip/historie/0")).filter(JsonNode::isObject))
                .map(ObjectNode.class::cast);
        this.pip = previous.map(ObjectNode::deepCopy).orElseGet(Json::object);
        this.pip.remove(List.of("pipId", "gemeentecode", "gemeentenaam", "redenWijziging"));
        this.pip.setAll(pip);
    }

    /** Everything that DUO would refuse it for. */
    List<Problem.Mistake> mistakes(LocalDate today) {
        Optional<LearningRoute> route = LearningRoute.ofCode(pip.path("leerroute").textValue());
        Optional<LanguageLevel> level = LanguageLevel.ofCode(pip.path("niveau").textValue());
        LocalDate date = date();
        if (route.isEmpty()) {
            mistakes.add(new Problem.Mistake("leerroute", "onbekende-waarde"));
        }
        if (level.isEmpty() && pip.hasNonNull("niveau")) {
            mistakes.add(new Problem.Mistake("niveau", "onbekende-waarde"));
        }
        mistakes.addAll(new DossierDates(dossier, today).notLater("dagtekeningPip", date));
        if (date != null && previous.isPresent() && date.isBefore(LocalDate.parse(previous.get().path("dagtekeningPip").textValue()))) {
            mistakes.add(new Problem.Mistake("dagtekeningPip", "voor-vorig-plan"));
        }
        JsonNode intensity = pip.path("geschatteIntensiteitB1Route");
        if (pip.hasNonNull("geschatteIntensiteitB1Route") && !intensity.canConvertToInt()) {
            mistakes.add(new Problem.Mistake("geschatteIntensiteitB1Route", "geen-geheel-getal"));
        } else if (route.isPresent() && date != null) {
            Integer hours = intensity.isInt() ? intensity.intValue() : null;
            PipRules.check(new ProposedPip(group(), route.get(), level.orElse(null), previous.isEmpty(), hours, date),
                    LawBook.standard()).forEach(violation -> mistakes.add(VIOLATIONS.get(violation)));
        }
        return List.copyOf(mistakes);
    }

    /** The dossier with this version of the PIP, and a term when none had begun. */
    ObjectNode put() {
        int version = previous.map(last -> last.path("versie").intValue() + 1).orElse(1);
        pip.put("versie", version)
                .put("pipId", dossier.path("id").asText().substring(0, 8) + "-pip-" + version)
                .put("gemeentecode", Waterstad.CODE)
                .put("gemeentenaam", Waterstad.NAME);
        ObjectNode plans = dossier.withObject("/pip");
        JsonNode current = plans.path("actueel");
        if (current.isObject()) {
            plans.withArray("historie").insert(0, current);
        }
        plans.put("bron", Waterstad.NAME).set("actueel", pip);
        if (!dossier.path("termijn").isObject()) {
            // W 11: three years from the day after the date of the first PIP.
            LocalDate start = date().plusDays(1);
            dossier.putObject("termijn").put("bron", "DUO").put("startdatum", start.toString())
                    .put("einddatum", start.plusYears(PopulationDossier.TERM_YEARS).toString()).putArray("verlengingen");
        }
        return dossier;
    }

    private ParticipantGroup group() {
        return ParticipantGroup.ofCode(dossier.at("/doelgroep/indeling").textValue()).orElse(ParticipantGroup.UNKNOWN);
    }

    private LocalDate date() {
        if (!pip.hasNonNull("dagtekeningPip")) {
            mistakes.add(new Problem.Mistake("dagtekeningPip", "verplicht"));
            return null;
        }
        try {
            return Fields.day(pip.path("dagtekeningPip").asText());
        } catch (DateTimeException e) {
            mistakes.add(new Problem.Mistake("dagtekeningPip", "geen-datum"));
            return null;
        }
    }
}
