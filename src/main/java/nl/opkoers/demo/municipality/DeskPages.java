package nl.opkoers.demo.municipality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** The pages of the desk, as HTML. */
final class DeskPages {

    private final DeskTemplates templates;
    private final Texts texts;
    private final String styles = DeskTemplates.read("desk.css");
    private final DeskPeople people;
    private final Feed feed;
    private final Faults faults;
    private final Answers answers;

    DeskPages(DeskTemplates templates, Texts texts, DeskPeople people, Feed feed, Faults faults, Answers answers) {
        this.templates = templates;
        this.texts = texts;
        this.people = people;
        this.feed = feed;
        this.faults = faults;
        this.answers = answers;
    }

    String styles() {
        return styles;
    }

    /** @param name what to look for in names; empty shows the cast */
    String choose(String name) {
        List<DeskPeople.Person> found = name.isEmpty() ? people.cast() : people.search(name);
        Map<String, Object> data = data("", null);
        data.put("name", name);
        data.put("more", !name.isEmpty() && found.size() == DeskPeople.MOST);
        data.put("people", found.stream().map(DeskPages::person).toList());
        return templates.render("choose", data);
    }

    /**
     * @param done    what was just done; empty for nothing
     * @param refused the form that was not carried out; null when none was
     */
    String person(DeskPeople.Person person, String done, DeskForms.Refused refused) {
        JsonNode dossier = people.dossier(person);
        DeskPerson page = new DeskPerson(person, dossier, refused, texts, new DeskFields(texts, answers, people.employees()));
        Map<String, Object> data = data(done, refused == null ? null : refused.problem());
        data.put("person", person(person));
        data.put("group", dossier.at("/doelgroep/indeling").asText(""));
        data.put("end", dossier.at("/termijn/einddatum").asText(""));
        data.put("contacts", page.contacts());
        data.put("exams", page.exams());
        data.put("agenda", people.agenda(person).stream().map(page::item).toList());
        data.put("forms", page.forms());
        return templates.render("person", data);
    }

    String events(String done) {
        List<JsonNode> latest = feed.latest(DeskApi.LATEST);
        Map<String, String> names = people.names(latest.stream()
                .map(event -> event.path("inburgeraarId").textValue()).filter(Objects::nonNull).distinct().toList());
        Map<String, Object> data = data(done, null);
        data.put("events", latest.stream().map(event -> event(event, names)).toList());
        return templates.render("events", data);
    }

    /** @param problem why the faults that were typed are not switched; null when nothing was refused */
    String faults(String done, Map<String, String> typed, Problem problem) {
        DeskFields fields = new DeskFields(texts, answers, List.of());
        List<Map<String, Object>> resources = new ArrayList<>();
        for (Resource resource : Resource.values()) {
            Map<String, String> now = now(resource);
            resources.add(Map.of("name", resource.wireName(), "on", faults.on(resource).isPresent(),
                    "fields", DeskForms.FAULT_FIELDS.stream().map(word -> {
                        String name = resource.wireName() + "." + word;
                        return fields.field(resource.wireName(), name, word,
                                problem == null ? now.get(word) : typed.getOrDefault(name, ""),
                                problem == null ? List.of() : problem.mistakes());
                    }).toList()));
        }
        Map<String, Object> data = data(done, problem);
        data.put("resources", resources);
        return templates.render("faults", data);
    }

    String missing() {
        return templates.render("missing", data("", null));
    }

    private Map<String, Object> data(String done, Problem problem) {
        Map<String, Object> data = new HashMap<>();
        data.put("text", texts.all());
        data.put("done", texts.find("gedaan_" + done).orElse(""));
        data.put("problem", problem == null ? ""
                : problem.status() == 400 ? texts.get("niet_gedaan") : answers.detail(problem));
        data.put("mistakes", problem == null ? List.of() : problem.mistakes().stream()
                .filter(mistake -> Set.of("", DeskAct.ITEM).contains(mistake.field())).map(answers::explain).toList());
        return data;
    }

    private static Map<String, Object> person(DeskPeople.Person person) {
        return Map.of("called", person.called(), "name", Objects.requireNonNullElse(person.name(), person.called()),
                "key", Objects.requireNonNullElse(person.key(), ""));
    }

    private Map<String, Object> event(JsonNode event, Map<String, String> names) {
        String code = event.path("code").asText();
        String participant = event.path("inburgeraarId").asText("");
        return Map.of("number", event.path("volgnummer").asLong(),
                "moment", DeskDates.exact(Instant.parse(event.path("tijdstip").textValue())),
                "code", code,
                "meaning", texts.find("gebeurtenis_" + code).orElse(""),
                "participant", participant,
                "name", names.getOrDefault(participant, participant),
                "subject", event.at("/onderwerp/id").asText(""));
    }

    private Map<String, String> now(Resource resource) {
        Fault fault = faults.on(resource).orElse(null);
        return fault == null
                ? Map.of(FaultControls.KIND, Fault.Kind.NONE.wireName(), FaultControls.DELAY, "0", FaultControls.RETRY_AFTER, "30")
                : Map.of(FaultControls.KIND, fault.kind().wireName(), FaultControls.DELAY, Long.toString(fault.delay().toMillis()),
                        FaultControls.RETRY_AFTER, Long.toString(fault.retryAfter().toSeconds()));
    }
}
