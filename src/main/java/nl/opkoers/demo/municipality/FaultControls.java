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
 * {@code {"inburgeraar": {"soort": "503", "vertragingMilliseconden": 2000, "opnieuwNaSeconden": 30}}}. A delay is at
 * most ten minutes, {@code Retry-After} at most a day.
 */
final class FaultControls {

    static final String KIND = "soort";
    static final String DELAY = "vertragingMilliseconden";
    static final String RETRY_AFTER = "opnieuwNaSeconden";

    private static final int USUAL_RETRY = 30;
    private static final int LONGEST_DELAY = 600_000;
    private static final int LONGEST_RETRY = 86_400;

    private final Faults faults;
    private final ObjectMapper json;
    private final Answers answers;

    FaultControls(Faults faults, ObjectMapper json, Answers answers) {
        this.faults = faults;
        this.json = json;
        this.answers = answers;
    }

    void put(RoutingContext context) {
        apply(context.body().buffer() == null ? "" : context.body().asString()).ifPresentOrElse(
                problem -> answers.problem(context, problem), () -> context.response().setStatusCode(204).end());
    }

    /** Switches as this body says; when something is wrong with it, nothing is switched and all of that is told. */
    Optional<Problem> apply(String body) {
        List<Problem.Mistake> mistakes = new ArrayList<>();
        Map<Resource, Fault> wanted = new EnumMap<>(Resource.class);
        try {
            if (json.readTree(body) instanceof ObjectNode object) {
                object.properties().forEach(entry -> read(entry.getKey(), entry.getValue(), wanted, mistakes));
            } else {
                mistakes.add(new Problem.Mistake("", "geen-object"));
            }
        } catch (JsonProcessingException e) {
            mistakes.add(new Problem.Mistake("", "geen-json"));
        }
        if (mistakes.isEmpty()) {
            faults.replace(wanted);
        }
        return mistakes.isEmpty() ? Optional.empty() : Optional.of(new Problem(400, mistakes));
    }

    private static void read(String name, JsonNode value, Map<Resource, Fault> wanted, List<Problem.Mistake> mistakes) {
        Optional<Resource> resource = Resource.named(name);
        Optional<Fault.Kind> kind = Fault.Kind.named(value.path(KIND).asText(Fault.Kind.NONE.wireName()));
        Duration delay = Duration.ofMillis(whole(name, value, DELAY, 0, LONGEST_DELAY, mistakes));
        Duration retryAfter = Duration.ofSeconds(whole(name, value, RETRY_AFTER, USUAL_RETRY, LONGEST_RETRY, mistakes));
        if (resource.isEmpty()) {
            mistakes.add(new Problem.Mistake(name, "onbekende-bron"));
        } else if (kind.isEmpty()) {
            mistakes.add(new Problem.Mistake(name + "." + KIND, "onbekende-storing"));
        } else if (kind.get() != Fault.Kind.NONE || !delay.isZero()) {
            wanted.put(resource.get(), new Fault(kind.get(), delay, retryAfter));
        }
    }

    private static int whole(String name, JsonNode value, String field, int otherwise, int most, List<Problem.Mistake> mistakes) {
        JsonNode number = value.path(field);
        if (number.isMissingNode() || number.isNull()) {
            return otherwise;
        }
        boolean fits = number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= 0 && number.intValue() <= most;
        if (!fits) {
            mistakes.add(new Problem.Mistake(name + "." + field,
                    number.isIntegralNumber() ? "buiten-bereik" : "geen-geheel-getal"));
        }
        return fits ? number.intValue() : otherwise;
    }
}
