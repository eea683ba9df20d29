package nl.opkoers.demo.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people of the cast asked and were answered, with whom their dossiers say that they have to do. All is invented. */
public final class CastConversations {

    /** What the municipality promises: an answer within so many working days. */
    public static final int ANSWER_WITHIN = 3;

    private static final String DAY = "today-";

    private final Map<String, String> staff = new HashMap<>();
    private final LocalDate today;

    private CastConversations(LocalDate today, JsonNode staff) {
        this.today = today;
        staff.path("medewerkers").forEach(each -> this.staff.put(each.path("medewerkerId").textValue(), each.path("naam").textValue()));
    }

    /**
     * A conversation.
     *
     * @param participant the id under which the portal knows the person
     * @param opening     as the portal keeps it
     * @param turns       as the portal keeps them, in order
     */
    public record Told(UUID id, String participant, ObjectNode opening, String contact, String contactName, List<ObjectNode> turns) {

        public Told {
            turns = List.copyOf(turns);
        }
    }

    /** All of them, as on this day. */
    public static List<Told> on(LocalDate today) {
        Resources resources = new Resources(new ObjectMapper());
        CastConversations cast = new CastConversations(today, resources.read("staff.json"));
        List<Told> all = new ArrayList<>();
        for (JsonNode told : resources.read("conversations.json")) {
            all.add(cast.told(told, id("gesprek " + all.size())));
        }
        return List.copyOf(all);
    }

    private Told told(JsonNode told, UUID id) {
        List<ObjectNode> turns = new ArrayList<>();
        told.path("turns").forEach(turn -> turns.add(turn((ObjectNode) turn, id(id + " " + turns.size()))));
        ObjectNode opening = Json.object().put("id", id.toString()).put("at", turns.get(0).path("at").textValue())
                .put("topic", told.path("topic").textValue()).put("urgent", false)
                .put("confidential", told.path("confidential").asBoolean()).put("language", told.path("language").textValue())
                .put("interpreter", told.path("interpreter").asBoolean()).put("gender", told.path("gender").asText("ANY"));
        if (told.has("call")) {
            opening.put("call", told.path("call").textValue());
        }
        String contact = told.path("contact").textValue();
        return new Told(id, CastDossiers.id(told.path("person").textValue()), opening, contact, staff.get(contact), turns);
    }

    private ObjectNode turn(ObjectNode told, UUID id) {
        Instant at = today.minusDays(told.path("days").intValue()).atTime(LocalTime.parse(told.path("time").textValue()))
                .atZone(RelativeDates.ZONE).toInstant();
        ObjectNode turn = told.deepCopy().put("id", id.toString()).put("at", at.toString());
        turn.remove(List.of("days", "time"));
        if (turn.has("by")) {
            turn.put("byName", staff.get(turn.path("by").textValue()));
        }
        for (String name : List.of("fromName", "toName")) {
            if (turn.has(name)) {
                turn.put(name, staff.get(turn.path(name).textValue()));
            }
        }
        if (turn.path("phrase").path("values") instanceof ObjectNode values) {
            values.properties().forEach(value -> value.setValue(values.textNode(dated(value.getValue().textValue()))));
        }
        if (turn.path("turn").textValue().matches("said|answered")) {
            turn.putArray("files");
        }
        return turn;
    }

    private String dated(String value) {
        return value.startsWith(DAY) ? today.minusDays(Integer.parseInt(value.substring(DAY.length()))).toString() : value;
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
