package nl.opkoers.demo.municipality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The schools of the invented municipality with their courses: the named ones of {@code providers.json}, then as many
 * drawn ones as a city has to choose from. Always the same, at the same distance from today.
 */
final class Providers {

    private static final long SEED = 9_901_003L;
    private static final int FIRST_NUMBER = 1001;
    private static final int FIRST_INSTITUTION = 9_901_000;
    private static final int CHECKED_LONG_AGO = 90;

    private final JsonNode file;
    private final JsonNode named;
    private final LocalDate today;
    private final Draws draws = new Draws(SEED);
    private final Courses courses;

    Providers(Resources resources, RelativeDates dates) {
        this.file = dates.resolve(resources.read("providers.json"));
        this.named = resources.read("schools.json");
        this.today = dates.today();
        this.courses = new Courses(draws, file, today);
    }

    /** Everyone, each with its {@code cursussen}. */
    List<ObjectNode> all() {
        List<ObjectNode> all = new ArrayList<>();
        file.path("vast").forEach(described -> all.add(named(all.size(), described)));
        Iterator<String> names = draws.shuffled(texts(file.path("eigennamen"))).iterator();
        file.path("soorten").properties().forEach(kind -> {
            for (int i = 0; i < kind.getValue().path("aantal").intValue(); i++) {
                all.add(drawn(all.size(), kind.getValue(), names.next()));
            }
        });
        return all;
    }

    private ObjectNode named(int index, JsonNode described) {
        JsonNode school = school(described.path("instellingsnummer").textValue());
        ObjectNode provider = start(index, described.path("instellingsnummer").textValue(), school.path("naam").textValue());
        for (String field : List.of("adres", "postcode")) {
            provider.set(field, described.get(field));
        }
        provider.set("plaatsnaam", school.get("plaatsnaam"));
        for (String field : List.of("telefoonnummer", "email", "website")) {
            provider.set(field, described.get(field));
        }
        provider.set("indicatieBowKeurmerk", school.get("indicatieBowKeurmerk"));
        provider.set("indicatieTstKeurmerk", described.get("indicatieTstKeurmerk"));
        LocalDate checked = checked(provider, draws.between(3, 60));
        ArrayNode offered = provider.putArray("cursussen");
        JsonNode kind = file.path("soorten").path(described.path("soort").textValue());
        described.path("aanbod").forEach(course -> offered.add(
                courses.described(provider.path("id").textValue(), offered.size() + 1, kind, course, checked)));
        return provider;
    }

    /** Only who bears the mark has a number in DUO's register. */
    private ObjectNode drawn(int index, JsonNode kind, String name) {
        String whole = draws.one(texts(kind.path("namen"))) + " " + name;
        boolean marked = draws.happens(kind.path("blikOpWerk").doubleValue());
        ObjectNode provider = start(index, marked ? String.valueOf(FIRST_INSTITUTION + index + 1) : null, whole);
        address(provider, index);
        String domain = domain(whole);
        provider.put("email", "info@" + domain)
                .put("website", draws.happens(0.93) ? "https://www." + domain : null)
                .put("indicatieBowKeurmerk", marked)
                .put("indicatieTstKeurmerk", draws.happens(0.1) ? null : (Boolean) draws.happens(kind.path("taalschakel").doubleValue()));
        boolean longAgo = draws.happens(0.12);
        LocalDate checked = checked(provider, longAgo ? draws.between(CHECKED_LONG_AGO + 1, 260) : draws.between(2, 80));
        ArrayNode offered = provider.putArray("cursussen");
        int count = draws.between(kind.at("/cursussen/0").intValue(), kind.at("/cursussen/1").intValue());
        for (int i = 1; i <= count; i++) {
            offered.add(courses.drawn(provider.path("id").textValue(), i, kind, checked));
        }
        return provider;
    }

    private static ObjectNode start(int index, String institution, String name) {
        return JsonNodeFactory.instance.objectNode()
                .put("id", "A-" + (FIRST_NUMBER + index))
                .put("instellingsnummer", institution)
                .put("naam", name);
    }

    private void address(ObjectNode provider, int index) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        file.path("plaatsen").properties().forEach(town -> weights.put(town.getKey(), town.getValue().path("gewicht").intValue()));
        String town = draws.weighed(weights);
        boolean here = town.equals("Waterstad");
        provider.put("adres", draws.one(texts(file.path("straten"))) + " " + draws.between(1, 140))
                .put("postcode", file.at("/plaatsen/" + town + "/cijfers").textValue() + " "
                        + (char) draws.between('A', 'E') + (char) draws.between('G', 'N'))
                .put("plaatsnaam", town)
                .put("telefoonnummer", String.format(Locale.ROOT, here ? "+31 20 555 02 %02d" : "085-55502%02d", index + 1));
    }

    /** What the municipality wrote down, it wrote down when it last asked the school. */
    private LocalDate checked(ObjectNode provider, int daysAgo) {
        LocalDate checked = today.minusDays(daysAgo);
        provider.put("bron", Waterstad.NAME)
                .put("bijgewerktOp", RelativeDates.instant(RelativeDates.workdayFrom(checked), "11:00"))
                .put("gecontroleerdOp", checked.toString());
        return checked;
    }

    private JsonNode school(String institution) {
        Map<String, JsonNode> byNumber = new HashMap<>();
        named.forEach(school -> byNumber.put(school.path("instellingsnummer").textValue(), school));
        return byNumber.get(institution);
    }

    /** An address on the internet that can never exist, RFC 2606. */
    static String domain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('é', 'e').replaceAll("[^a-z0-9]", "") + ".example";
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    /** A weight per key, in the order of the file. */
    static Map<String, Integer> weights(JsonNode object) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        object.properties().forEach(entry -> weights.put(entry.getKey(), entry.getValue().intValue()));
        return weights;
    }

    /** Puts an amount in euro under this field; null when it is not known. */
    static void amount(ObjectNode object, String field, BigDecimal euro) {
        if (euro == null) {
            object.putNull(field);
        } else {
            object.putObject(field).put("bedrag", euro.setScale(2)).put("valuta", "EUR");
        }
    }

    /** Puts the parts of a comma-separated text in a list under this field. */
    static void list(ObjectNode object, String field, String commaSeparated) {
        ArrayNode list = object.putArray(field);
        Arrays.asList(commaSeparated.split(",")).forEach(list::add);
    }
}
