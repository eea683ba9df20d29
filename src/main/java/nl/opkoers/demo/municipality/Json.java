package nl.opkoers.demo.municipality;

import java.io.UncheckedIOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON that the municipality itself has stored. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @throws UncheckedIOException when it is no JSON */
    static ObjectNode object(String text) {
        return (ObjectNode) parse(text);
    }

    /** @throws UncheckedIOException when it is no JSON */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it goes over the wire: UTC, or null. */
    static String text(Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
