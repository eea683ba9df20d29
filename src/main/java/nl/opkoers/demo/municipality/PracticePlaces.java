package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where people can practise Dutch without following a course, from {@code practice-places.json}. */
final class PracticePlaces {

    private static final long SEED = 9_901_004L;
    private static final int FIRST_NUMBER = 101;
    private static final List<String> EVERYONE = List.of("Iedereen");
    private static final List<String> AUDIENCE = List.of("alleenVrouwen", "eigenLeeftijd", "rustig");

    private final JsonNode file;
    private final LocalDate today;
    private final Draws draws = new Draws(SEED);

    PracticePlaces(Resources resources, RelativeDates dates) {
        this.file = dates.resolve(resources.read("practice-places.json"));
        this.today = dates.today();
    }

    List<ObjectNode> all() {
        List<ObjectNode> all = new ArrayList<>();
        file.path("plekken").forEach(described -> all.add(place(all.size(), described)));
        return all;
    }

    private ObjectNode place(int index, JsonNode described) {
        ObjectNode place = JsonNodeFactory.instance.objectNode().put("id", "P-" + (FIRST_NUMBER + index));
        for (String field : List.of("naam", "organisatie", "soort")) {
            place.set(field, described.get(field));
        }
        where(place, described);
        times(place, described.path("tijden"));
        place.set("niveaus", described.get("niveaus"));
        ObjectNode audience = place.putObject("doelpubliek");
        AUDIENCE.forEach(field -> audience.put(field, described.path(field).booleanValue()));
        ArrayNode groups = place.putArray("voorWie");
        (described.has("voorWie") ? Providers.texts(described.path("voorWie")) : EVERYONE).forEach(groups::add);
        Providers.amount(place, "kosten", described.path("kosten").isNull() ? null : described.path("kosten").decimalValue());
        place.putObject("contact")
                .put("naam", described.path("organisatie").textValue())
                .put("telefoonnummer", String.format(Locale.ROOT, "+31 20 555 03 %02d", index + 1))
                .put("email", "taal@" + Providers.domain(described.path("organisatie").textValue()))
                .putNull("website");
        String checked = described.path("gecontroleerd").asText(today.minusDays(draws.between(2, 85)).toString());
        return place.put("bron", Waterstad.NAME).put("gecontroleerdOp", checked);
    }

    private static void where(ObjectNode place, JsonNode described) {
        if (described.path("op").isNull()) {
            place.putNull("plaats");
            return;
        }
        String[] parts = described.path("op").textValue().split("\\|");
        place.putObject("plaats")
                .put("naam", described.path("organisatie").textValue())
                .put("adres", parts[0] + ", " + (parts.length > 2 ? parts[2] : "Waterstad"))
                .put("postcode", parts[1]);
    }

    private static void times(ObjectNode place, JsonNode times) {
        if (times.isNull()) {
            place.putNull("tijden");
            return;
        }
        ArrayNode list = place.putArray("tijden");
        times.forEach(time -> {
            String[] parts = time.textValue().split(" ");
            list.addObject().put("dag", parts[0]).put("van", parts[1]).put("tot", parts[2]);
        });
    }
}
