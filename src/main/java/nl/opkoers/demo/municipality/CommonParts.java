package nl.opkoers.demo.municipality;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Fills in what is the same in nearly every dossier, so that a dossier file says only what is special about a person:
 * who says so and since when, the municipality of a PIP, the details of a member of staff, the ids of appointments.
 * What a file does say is kept.
 */
final class CommonParts {

    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("persoon", Waterstad.NAME),
            Map.entry("doelgroep", "DUO"),
            Map.entry("inburgeringsplicht", "DUO"),
            Map.entry("verhuizing", "BRP"),
            Map.entry("pip", Waterstad.NAME),
            Map.entry("termijn", "DUO"),
            Map.entry("bredeIntake", Waterstad.NAME),
            Map.entry("leerbaarheidstoets", "DUO"),
            Map.entry("inburgeringsaanbod", Waterstad.NAME),
            Map.entry("examens", "DUO"),
            Map.entry("uren", Waterstad.NAME),
            Map.entry("pvt", Waterstad.NAME),
            Map.entry("map", Waterstad.NAME),
            Map.entry("zroute", Waterstad.NAME),
            Map.entry("vrijstellingen", "DUO"),
            Map.entry("ontheffingen", "DUO"),
            Map.entry("contactpersonen", Waterstad.NAME),
            Map.entry("financieelOntzorgen", Waterstad.NAME),
            Map.entry("voortgang", Waterstad.NAME),
            Map.entry("afronding", "DUO"));

    private final Staff staff;
    private final String refreshed;

    /** @param refreshed the instant of the municipality's last nightly refresh */
    CommonParts(Staff staff, String refreshed) {
        this.staff = staff;
        this.refreshed = refreshed;
    }

    /** The instant of the municipality's last nightly refresh. */
    String refreshed() {
        return refreshed;
    }

    /** Completes a dossier in place; every part is there afterwards, null when nothing is known. */
    ObjectNode complete(String id, ObjectNode dossier) {
        dossier.put("id", id);
        SOURCES.forEach((part, source) -> {
            if (dossier.get(part) instanceof ObjectNode object) {
                putIfMissing(object, "bron", source);
                putIfMissing(object, "bijgewerktOp", refreshed);
            } else {
                dossier.putNull(part);
            }
        });
        completePip(id, dossier.path("pip"));
        dossier.path("contactpersonen").path("personen").forEach(person -> staff.describe((ObjectNode) person));
        nameAppointments(id.substring(0, 8), "", dossier);
        return dossier;
    }

    private static void completePip(String id, JsonNode pip) {
        if (pip.path("actueel") instanceof ObjectNode current) {
            completeVersion(id, current);
        }
        pip.path("historie").forEach(version -> completeVersion(id, (ObjectNode) version));
    }

    private static void completeVersion(String id, ObjectNode version) {
        putIfMissing(version, "pipId", id.substring(0, 8) + "-pip-" + version.path("versie").asInt());
        putIfMissing(version, "gemeentecode", Waterstad.CODE);
        putIfMissing(version, "gemeentenaam", Waterstad.NAME);
    }

    /** An appointment is known by its begin and end; its id stays the same while its place in the dossier does. */
    private static void nameAppointments(String owner, String path, JsonNode node) {
        if (node instanceof ObjectNode object && object.has("begin") && object.has("einde")) {
            putIfMissing(object, "id", owner + path);
            putIfMissing(object, "status", "Gepland");
        }
        node.properties().forEach(entry -> {
            if (entry.getValue().isContainerNode()) {
                nameAppointments(owner, path + "-" + entry.getKey(), entry.getValue());
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            nameAppointments(owner, path + "-" + i, node.get(i));
        }
    }

    private static void putIfMissing(ObjectNode object, String field, String value) {
        if (!object.has(field)) {
            object.put(field, value);
        }
    }
}
