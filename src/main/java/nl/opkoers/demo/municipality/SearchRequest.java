package nl.opkoers.demo.municipality;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.opkoers.municipality.Bsn;

/**
 * The body of a search: exactly one number, of the right form. Everything wrong is gathered; the number itself is
 * never repeated, not in a fault and not in a printed form of this request.
 */
final class SearchRequest {

    private static final String BSN = "bsn";
    private static final String V_NUMBER = "vNummer";
    private static final Set<String> FIELDS = Set.of(BSN, V_NUMBER);

    private final List<Problem.Mistake> mistakes = new ArrayList<>();
    private String bsn;
    private String vNumber;

    private SearchRequest() {
    }

    static SearchRequest read(String body, ObjectMapper json) {
        SearchRequest request = new SearchRequest();
        try {
            JsonNode root = json.readTree(body == null ? "" : body);
            if (root instanceof ObjectNode object) {
                request.readFields(object);
            } else {
                request.mistake("", root.isMissingNode() ? "geen-json" : "geen-object");
            }
        } catch (JsonProcessingException e) {
            request.mistake("", "geen-json");
        }
        return request;
    }

    List<Problem.Mistake> mistakes() {
        return mistakes;
    }

    /** The BSN to look for; null when a V-number is asked for. */
    String bsn() {
        return bsn;
    }

    /** The V-number to look for; null when a BSN is asked for. */
    String vNumber() {
        return vNumber;
    }

    private void readFields(ObjectNode object) {
        bsn = text(object, BSN);
        vNumber = text(object, V_NUMBER);
        if (object.hasNonNull(BSN) == object.hasNonNull(V_NUMBER)) {
            mistake("", "precies-een");
        }
        if (bsn != null && !bsn.matches("[0-9]{9}")) {
            mistake(BSN, "negen-cijfers");
        } else if (bsn != null && !Bsn.passesElevenTest(bsn)) {
            mistake(BSN, "elfproef");
        }
        if (vNumber != null && !vNumber.matches("[0-9]{10}")) {
            mistake(V_NUMBER, "tien-cijfers");
        }
        // An unknown field name could itself be a number typed in the wrong place: it is not repeated either.
        if (object.properties().stream().anyMatch(entry -> !FIELDS.contains(entry.getKey()))) {
            mistake("", "onbekend-veld");
        }
    }

    private String text(ObjectNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isTextual()) {
            return value.textValue();
        }
        if (!value.isMissingNode() && !value.isNull()) {
            mistake(field, "geen-tekst");
        }
        return null;
    }

    private void mistake(String field, String code) {
        mistakes.add(new Problem.Mistake(field, code));
    }
}
