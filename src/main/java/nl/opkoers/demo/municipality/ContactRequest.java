package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * That somebody asked for help, or that there was contact: about what and in which language, never what was said. A
 * field that could hold more than that is refused.
 *
 * @param content  what is kept of it, as the API tells it
 * @param mistakes everything that is wrong with the request; the rest holds only when there are none
 */
record ContactRequest(ObjectNode content, List<Problem.Mistake> mistakes) {

    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_ID = 64;

    static ContactRequest helpRequest(String body, ObjectMapper json) {
        Fields fields = Fields.read(body, json, Set.of("onderwerp", "urgentie", "taal", "tolk", "ontvangenOp", "antwoordVoor"))
                .require("onderwerp", "urgentie", "taal", "ontvangenOp");
        LocalDate answerBy = fields.date("antwoordVoor");
        ObjectNode content = Json.object()
                .put("onderwerp", fields.text("onderwerp", LONGEST_SUBJECT))
                .put("urgentie", fields.oneOf("urgentie", Set.of("Normaal", "Snel")))
                .put("taal", fields.language("taal"))
                .put("tolk", fields.language("tolk"))
                .put("ontvangenOp", Json.text(fields.instant("ontvangenOp")))
                .put("antwoordVoor", answerBy == null ? null : answerBy.toString());
        return new ContactRequest(content, fields.mistakes());
    }

    static ContactRequest contact(String body, ObjectMapper json) {
        Fields fields = Fields.read(body, json, Set.of("kanaal", "onderwerp", "taal", "tijdstip", "medewerkerId"))
                .require("kanaal", "onderwerp", "taal", "tijdstip");
        ObjectNode content = Json.object()
                .put("kanaal", fields.text("kanaal", LONGEST_SUBJECT))
                .put("onderwerp", fields.text("onderwerp", LONGEST_SUBJECT))
                .put("taal", fields.language("taal"))
                .put("tijdstip", Json.text(fields.instant("tijdstip")))
                .put("medewerkerId", fields.text("medewerkerId", LONGEST_ID));
        return new ContactRequest(content, fields.mistakes());
    }
}
