package nl.opkoers.demo.municipality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;

/**
 * Switches faults over HTTP, for a demo. The body names each faulty resource; resources left out go well again:
 * {@code {"inburgeraar": {"soort": "503", "vertragingMilliseconden": 2000, "opnieuwNaSeconden": 30}}}.
 */
final class FaultControls {

    private final Faults faults;
    private final ObjectMapper json;
    private final Answers answers;

    FaultControls(Faults faults, ObjectMapper json, Answers answers) {
        this.faults = faults;
        this.json = json;
        this.answers = answers;
    }

    void put(RoutingContext context) {
        List<Problem.Mistake> mistakes = new ArrayList<>();
        Map<Resource, Fault> wanted = new EnumMap<>(Resource.class);
        try {
            JsonNode body = json.readTree(context.body().buffer() == null ? "" : context.body().asString());
            if (body instanceof ObjectNode object) {
                object.properties().forEach(entry -> read(entry.getKey(), entry.getValue(), wanted, mistakes));
            } else {
                mistakes.add(new Problem.Mistake("", "geen-object"));
            }
        } catch (JsonProcessingException e) {
            mistakes.add(new Problem.Mistake("", "geen-json"));
        }
        if (mistakes.isEmpty()) {
            faults.replace(wanted);
            context.response().setStatusCode(204).end();
        } else {
            answers.problem(context, new Problem(400, mistakes));
        }
    }

    private static void read(String name, JsonNode value, Map<Resource, Fault> wanted, List<Problem.Mistake> mistakes) {
        Optional<Resource> resource = Resource.named(name);
        Optional<Fault.Kind> kind = Fault.Kind.named(value.path("soort").asText("geen"));
        if (resource.isEmpty()) {
            mistakes.add(new Problem.Mistake(name, "onbekende-bron"));
        } else if (kind.isEmpty()) {
            mistakes.add(new Problem.Mistake(name + ".soort", "onbekende-storing"));
        } else {
            wanted.put(resource.get(), new Fault(kind.get(),
                    Duration.ofMillis(value.path("vertragingMilliseconden").asLong(0)),
                    Duration.ofSeconds(value.path("opnieuwNaSeconden").asLong(30))));
        }
    }
}
