package nl.opkoers.demo.municipality;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What the page of one person shows, and its forms, filled in with what is so or with what was refused. */
final class DeskPerson {

    private static final Map<DeskAct, String> NOW = Map.of(
            DeskAct.PIP, "/pip/actueel/", DeskAct.PVT, "/pvt/", DeskAct.MAP, "/map/", DeskAct.Z_ROUTE, "/zroute/");
    /** What is said of a change, not of the plan: it is new every time. */
    private static final String REASON = "redenWijziging";

    private final DeskPeople.Person person;
    private final JsonNode dossier;
    private final DeskForms.Refused refused;
    private final Texts texts;
    private final DeskFields fields;

    /** @param refused the form that was not carried out; null when none was */
    DeskPerson(DeskPeople.Person person, JsonNode dossier, DeskForms.Refused refused, Texts texts, DeskFields fields) {
        this.person = person;
        this.dossier = dossier;
        this.refused = refused;
        this.texts = texts;
        this.fields = fields;
    }

    /** Everything that is not about the agenda. */
    List<Map<String, Object>> forms() {
        return Stream.of(DeskAct.CONTACT, DeskAct.EXAM_RESULT, DeskAct.PIP, DeskAct.PVT, DeskAct.MAP, DeskAct.Z_ROUTE)
                .map(act -> form(act, null, values(act))).toList();
    }

    /** Who is there for this person, and since and until when. */
    List<Map<String, String>> contacts() {
        return elements("/contactpersonen/personen").map(contact -> Map.of(
                "name", contact.path("naam").asText(""), "role", contact.path("rol").asText(""),
                "from", contact.path("van").asText(""), "until", contact.path("tot").asText(""))).toList();
    }

    /** Each exam that was sat. */
    List<Map<String, String>> exams() {
        return elements("/examens/onderdelen").flatMap(part -> StreamSupport.stream(part.path("pogingen").spliterator(), false)
                .map(sat -> Map.of("part", part.path("onderdeel").asText(""), "day", sat.path("examendatum").asText(""),
                        "level", sat.path("niveau").asText(""), "result", sat.path("resultaat").asText("")))).toList();
    }

    /** An item of the agenda, with its forms. */
    Map<String, Object> item(JsonNode json) {
        String id = json.path("id").textValue();
        Map<String, Object> item = new HashMap<>();
        item.put("anchor", "agenda-" + id);
        item.put("when", DeskDates.period(moment(json, "begin"), moment(json, "einde")));
        item.put("kind", json.path("soort").asText(""));
        item.put("subject", json.path("onderwerp").asText(""));
        item.put("place", json.at("/plaats/naam").asText(""));
        item.put("status", json.path("status").asText(""));
        item.put("cancelled", AgendaItem.CANCELLED.equals(json.path("status").textValue()));
        item.put("reply", json.at("/reactie/soort").asText(""));
        item.put("cancel", form(DeskAct.CANCEL, id, Map.of()));
        item.put("move", form(DeskAct.MOVE, id, Map.of("begin", local(json, "begin"), "einde", local(json, "einde"))));
        return item;
    }

    private Map<String, Object> form(DeskAct act, String item, Map<String, String> values) {
        boolean failed = refused != null && refused.is(act, item);
        String anchor = item == null ? act.wireName() : "agenda-" + item;
        String prefix = act.wireName() + (item == null ? "" : "-" + item);
        List<Problem.Mistake> mistakes = failed ? refused.problem().mistakes() : List.of();
        Map<String, Object> form = new HashMap<>();
        form.put("id", prefix);
        form.put("action", "/beheer/personen/" + person.called() + "/" + act.wireName() + "#" + anchor);
        form.put("title", texts.get("titel_" + act.wireName()));
        form.put("button", texts.get("knop_" + act.wireName()));
        form.put("item", item == null ? "" : item);
        form.put("failed", failed);
        form.put("fields", act.fields().stream().filter(field -> !field.equals(DeskAct.ITEM)).map(field ->
                fields.field(prefix, field, field, (failed ? refused.typed() : values).getOrDefault(field, ""), mistakes)).toList());
        return form;
    }

    /** What is so now, for the forms that change that. */
    private Map<String, String> values(DeskAct act) {
        Map<String, String> values = new HashMap<>();
        if (NOW.containsKey(act)) {
            act.fields().stream().filter(field -> !field.equals(REASON)).forEach(field -> {
                JsonNode value = dossier.at(NOW.get(act) + field);
                values.put(field, value.isValueNode() ? value.asText("") : "");
            });
        }
        return values;
    }

    private Stream<JsonNode> elements(String list) {
        return StreamSupport.stream(dossier.at(list).spliterator(), false);
    }

    private static Instant moment(JsonNode json, String field) {
        return Instant.parse(json.path(field).textValue());
    }

    private static String local(JsonNode json, String field) {
        return LocalDateTime.ofInstant(moment(json, field), RelativeDates.ZONE).toString();
    }
}
