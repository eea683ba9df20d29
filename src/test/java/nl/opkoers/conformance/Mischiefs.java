package nl.opkoers.conformance;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.opkoers.conformance.Spoilt.Mischief;
import nl.opkoers.conformance.Spoilt.Told;

/** Things that a municipality may get wrong. */
final class Mischiefs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "Idempotency-Key";

    private Mischiefs() {
    }

    static Mischief without(String header) {
        return told(".*", answer -> answer.without(header));
    }

    /** Asks for something else. */
    static Mischief asking(String part, String instead) {
        return (asked, onward) -> onward.ask(asked.withPath(asked.path().replaceAll(part, instead)));
    }

    /** Each call is a new one. */
    static Mischief ignoringKeys() {
        return (asked, onward) -> onward.ask(asked.headers().containsKey(KEY) ? withNewKey(asked) : asked);
    }

    static Mischief makingUpKeys() {
        return (asked, onward) -> onward.ask(asked.body().isEmpty() || asked.headers().containsKey(KEY) ? asked : withNewKey(asked));
    }

    private static Spoilt.Asked withNewKey(Spoilt.Asked asked) {
        return asked.withHeader(KEY, UUID.randomUUID().toString());
    }

    /** Spoils the answers to what is asked at such a path. */
    static Mischief told(String path, UnaryOperator<Told> spoil) {
        return (asked, onward) -> {
            Told told = onward.ask(asked);
            return asked.path().matches(path) ? spoil.apply(told) : told;
        };
    }

    static Mischief json(String path, UnaryOperator<ObjectNode> spoil) {
        return told(path, answer -> parsed(answer.body()) instanceof ObjectNode object
                ? answer.withBody(spoil.apply(object).toString()) : answer);
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode reverse(ObjectNode object, String list) {
        ArrayNode reversed = JSON.createArrayNode();
        object.path(list).forEach(one -> reversed.insert(0, one));
        return object.path(list).isArray() ? object.set(list, reversed) : object;
    }

    static ObjectNode with(ObjectNode dossier, String part, String field, String value) {
        if (dossier.at(part) instanceof ObjectNode object) {
            object.put(field, value);
        }
        return dossier;
    }

    static ObjectNode first(ObjectNode object, String list) {
        return object.path(list).size() > 1 ? object.set(list, JSON.createArrayNode().add(object.path(list).get(0))) : object;
    }

    static ObjectNode withoutSecond(ObjectNode page) {
        if (page.path("gebeurtenissen") instanceof ArrayNode events && events.size() == 3) {
            events.remove(1);
        }
        return page;
    }

    static ObjectNode withLongAgo(ObjectNode agenda) {
        if (agenda.path("onderdelen") instanceof ArrayNode items && !items.isEmpty()) {
            ObjectNode old = items.get(0).deepCopy();
            items.insert(0, old.put("id", "long-ago").put("begin", "2024-01-08T09:00:00Z").put("einde", "2024-01-08T10:00:00Z"));
        }
        return agenda;
    }

    static ObjectNode emptyWhenShort(ObjectNode agenda) {
        boolean oneDay = agenda.has("van") && LocalDate.parse(agenda.path("van").textValue()).plusDays(1).toString()
                .equals(agenda.path("tot").textValue());
        return oneDay ? agenda.set("onderdelen", JSON.createArrayNode()) : agenda;
    }
}
