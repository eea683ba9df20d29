package nl.opkoers.demo.municipality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The appointments that a dossier tells of, which are in the agenda too, under the same id. */
final class Appointments {

    private record Place(String path, String kind, String subject) {
    }

    private static final Place[] PLACES = {
            new Place("/bredeIntake/afspraak", "Intake", "Brede intake"),
            new Place("/pvt/afspraak", "PVT", "Participatieverklaringstraject"),
            new Place("/map/afspraak", "MAP", "Module Arbeidsmarkt en Participatie"),
            new Place("/zroute/eindgesprek", "Eindgesprek", "Eindgesprek Z-route"),
            new Place("/voortgang/volgendGesprek", "Afspraak", "Voortgangsgesprek")};
    private static final Map<String, String> EXAMS = Map.of("KNM", "Kennis van de Nederlandse Maatschappij", "LE", "Lezen",
            "LU", "Luisteren", "SC", "Schrijven", "SP", "Spreken");

    private Appointments() {
    }

    /** The appointments by id, each as the agenda tells it. */
    static Map<String, ObjectNode> in(JsonNode dossier) {
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        each(dossier, (appointment, content) -> found.put(appointment.path("id").textValue(), content));
        return found;
    }

    /** The appointment itself, in the dossier. */
    static Optional<ObjectNode> find(JsonNode dossier, String id) {
        return dossier.findParents("begin").stream()
                .filter(appointment -> id.equals(appointment.path("id").textValue()))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    /** When the part of the dossier that tells of it was last confirmed. */
    static String updatedAt(JsonNode dossier, String id) {
        for (JsonNode part : dossier) {
            if (find(part, id).isPresent()) {
                return part.path("bijgewerktOp").textValue();
            }
        }
        return null;
    }

    private static void each(JsonNode dossier, BiConsumer<JsonNode, ObjectNode> found) {
        for (Place place : PLACES) {
            JsonNode appointment = dossier.at(place.path());
            String source = dossier.path(place.path().split("/")[1]).path("bron").textValue();
            write(appointment, place.kind(), place.subject(), source).ifPresent(content -> found.accept(appointment, content));
        }
        String source = dossier.path("examens").path("bron").textValue();
        for (JsonNode part : dossier.at("/examens/onderdelen")) {
            String name = part.path("onderdeel").asText();
            JsonNode appointment = part.at("/gepland/afspraak");
            write(appointment, "Examen", EXAMS.getOrDefault(name, name), source).ifPresent(content -> {
                content.putObject("examen").put("onderdeel", name).put("niveau", part.at("/gepland/niveau").textValue());
                found.accept(appointment, content);
            });
        }
    }

    private static Optional<ObjectNode> write(JsonNode appointment, String kind, String subject, String source) {
        if (!isOne(appointment)) {
            return Optional.empty();
        }
        ObjectNode content = appointment.deepCopy();
        content.remove("id");
        return Optional.of(content.put("soort", kind).put("onderwerp", subject).put("bron", source));
    }

    static boolean isOne(JsonNode node) {
        return node.path("id").isTextual() && node.path("begin").isTextual() && node.path("einde").isTextual();
    }
}
