package nl.opkoers.demo.municipality;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is different between a dossier before and after an edit, told as events. Appointments are told apart, one by one;
 * since when a part is known is no difference.
 */
final class DossierDifference {

    private static final Map<String, String> CODES = Map.of(
            "pip", Event.PIP_CHANGED,
            "contactpersonen", Event.CONTACT_CHANGED,
            "uren", Event.HOURS_CHANGED);

    private final JsonNode before;
    private final JsonNode after;

    DossierDifference(JsonNode before, JsonNode after) {
        this.before = withoutAppointments(before.deepCopy());
        this.after = withoutAppointments(after.deepCopy());
    }

    /** The codes of all that changed, each once. */
    Set<String> codes() {
        Set<String> parts = new TreeSet<>();
        before.fieldNames().forEachRemaining(parts::add);
        after.fieldNames().forEachRemaining(parts::add);
        Set<String> codes = new LinkedHashSet<>();
        for (String part : parts) {
            if (!undated(before.path(part)).equals(undated(after.path(part)))) {
                codes.add(code(part));
            }
        }
        return codes;
    }

    private static JsonNode undated(JsonNode part) {
        return part instanceof ObjectNode object ? object.deepCopy().without("bijgewerktOp") : part;
    }

    private String code(String part) {
        if (part.equals("termijn")) {
            return before.path(part).isObject() ? Event.TERM_EXTENDED : Event.TERM_STARTED;
        }
        if (part.equals("examens")) {
            return results(before).containsAll(results(after)) ? Event.DOSSIER_CHANGED : Event.EXAM_RESULT;
        }
        return CODES.getOrDefault(part, Event.DOSSIER_CHANGED);
    }

    private static Set<String> results(JsonNode dossier) {
        Set<String> results = new TreeSet<>();
        dossier.at("/examens/onderdelen").forEach(part -> part.path("pogingen").forEach(attempt -> {
            if (attempt.hasNonNull("resultaat")) {
                results.add(part.path("onderdeel").asText() + " " + attempt.path("examendatum").asText() + " "
                        + attempt.path("resultaat").asText());
            }
        }));
        return results;
    }

    private static JsonNode withoutAppointments(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                if (Appointments.isOne(entry.getValue())) {
                    entry.setValue(object.nullNode());
                } else {
                    withoutAppointments(entry.getValue());
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(DossierDifference::withoutAppointments);
        }
        return node;
    }
}
