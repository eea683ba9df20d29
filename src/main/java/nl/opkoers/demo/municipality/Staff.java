package nl.opkoers.demo.municipality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The people who work for the municipality: the named ones of {@code staff.json} and enough others for everyone. */
final class Staff {

    static final String COACH_A = "M-1001";
    static final String COACH_B = "M-1002";

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();

    Staff(Resources resources, RelativeDates dates) {
        JsonNode file = dates.resolve(resources.read("staff.json"));
        file.path("medewerkers").forEach(employee -> add((ObjectNode) employee));
        JsonNode common = file.path("overigen");
        int number = 0;
        for (JsonNode name : common.path("namen")) {
            ObjectNode employee = common.path("gegevens").deepCopy();
            String id = "M-" + (2001 + number++);
            add(employee.put("medewerkerId", id).put("naam", name.textValue()));
            others.add(id);
        }
    }

    /** Everyone, with id, name, function, groups and how to reach them. */
    List<ObjectNode> all() {
        return List.copyOf(byId.values());
    }

    String name(String id) {
        return byId.get(id).path("naam").textValue();
    }

    /** The ids of the case managers who are in no scenario. */
    List<String> others() {
        return others;
    }

    /**
     * Fills in how to reach a contact person who works here. Somebody of another organisation is left as described;
     * who no longer is the contact has no substitute.
     */
    void describe(ObjectNode contact) {
        describe(contact, byId.get(contact.path("medewerkerId").asText()));
    }

    /** As {@link #describe(ObjectNode)}, for a known employee; null for somebody of another organisation. */
    static void describe(ObjectNode contact, ObjectNode employee) {
        if (employee != null) {
            for (String field : List.of("naam", "rol", "organisatie", "telefoonnummer", "email", "bereikbaar", "vervanger")) {
                boolean former = field.equals("vervanger") && contact.hasNonNull("tot");
                if (!contact.has(field) && !former && employee.has(field)) {
                    contact.set(field, employee.get(field).deepCopy());
                }
            }
        }
        for (String field : List.of("tot", "vervanger")) {
            if (!contact.has(field)) {
                contact.putNull(field);
            }
        }
    }

    /** Whether this person is the case manager of that dossier now. */
    static boolean isContactOf(String id, ObjectNode dossier) {
        for (JsonNode contact : dossier.path("contactpersonen").path("personen")) {
            if (contact.path("medewerkerId").asText().equals(id) && !contact.hasNonNull("tot")) {
                return true;
            }
        }
        return false;
    }

    static String[] groups(ObjectNode employee) {
        List<String> groups = new ArrayList<>();
        ((ArrayNode) employee.withArray("groepen")).forEach(group -> groups.add(group.textValue()));
        return groups.toArray(String[]::new);
    }

    private void add(ObjectNode employee) {
        byId.put(employee.path("medewerkerId").textValue(), employee);
    }
}
