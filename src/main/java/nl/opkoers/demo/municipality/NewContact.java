package nl.opkoers.demo.municipality;

import java.time.LocalDate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts a member of staff in a dossier as the contact, before whoever was it until then. */
final class NewContact {

    private NewContact() {
    }

    static ObjectNode put(ObjectNode dossier, ObjectNode employee, LocalDate from) {
        ArrayNode persons = dossier.withObject("/contactpersonen").withArray("personen");
        for (JsonNode person : persons) {
            if (person.path("rol").equals(employee.path("rol")) && !person.hasNonNull("tot")) {
                ((ObjectNode) person).put("tot", from.minusDays(1).toString()).putNull("vervanger");
            }
        }
        ObjectNode contact = persons.insertObject(0)
                .put("medewerkerId", employee.path("medewerkerId").textValue())
                .put("van", from.toString());
        Staff.describe(contact, employee);
        return dossier;
    }
}
