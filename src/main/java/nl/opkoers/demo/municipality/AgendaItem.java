package nl.opkoers.demo.municipality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing in somebody's agenda.
 *
 * @param id            stays the same, whatever happens to it
 * @param version       rises when the thing itself changes, not when somebody replies to it
 * @param originalBegin when it was to begin before it was moved; null when it was not
 * @param updatedAt     when it last changed, or was last confirmed by the source
 * @param content       kind, status, begin, end, subject, place and the rest, as the API tells them
 * @param inDossier     whether the dossier tells of it too
 */
record AgendaItem(String id, int version, Instant originalBegin, String updatedAt, ObjectNode content, boolean inDossier) {

    static final String PLANNED = "Gepland";
    static final String CHANGED = "Gewijzigd";
    static final String CANCELLED = "Vervallen";

    private static final List<String> OPTIONAL =
            List.of("soort", "onderwerp", "plaats", "onlineLink", "tolk", "met", "bron", "examen");

    Instant begin() {
        return Instant.parse(content.path("begin").textValue());
    }

    /** The day in Amsterdam on which it begins. */
    LocalDate day() {
        return LocalDate.ofInstant(begin(), RelativeDates.ZONE);
    }

    boolean cancelled() {
        return CANCELLED.equals(content.path("status").textValue());
    }

    /** As it goes over the wire, with what the person last let know about it; null when that is nothing. */
    ObjectNode json(JsonNode reply) {
        ObjectNode json = Json.object().put("id", id).put("versie", version);
        json.setAll(content);
        OPTIONAL.stream().filter(field -> !json.has(field)).forEach(json::putNull);
        if (!json.has("meenemen")) {
            json.putArray("meenemen");
        }
        json.put("bijgewerktOp", updatedAt).put("oorspronkelijkBegin", Json.text(originalBegin));
        json.set("reactie", reply);
        return json;
    }
}
