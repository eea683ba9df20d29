package nl.opkoers.conformance;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Everything in an answer, wherever it stands. */
final class Walk {

    private static final int BSN_DIGITS = 9;
    private static final int ELEVEN = 11;

    /** A text or number, and where it stands. */
    record Value(String place, String text) {
    }

    private Walk() {
    }

    static Stream<Value> values(JsonNode json) {
        return values("", json);
    }

    /** The names of all fields. */
    static Stream<String> names(JsonNode json) {
        Stream<String> inside = children(json).flatMap(Walk::names);
        return json.isObject() ? Stream.concat(json.properties().stream().map(field -> field.getKey()), inside) : inside;
    }

    /** Nine digits that pass the eleven-test, as one in eleven numbers does. */
    static boolean looksLikeBsn(String text) {
        return text.matches("\\d{9}") && IntStream.range(0, BSN_DIGITS)
                .map(i -> Character.digit(text.charAt(i), 10) * (i == BSN_DIGITS - 1 ? -1 : BSN_DIGITS - i)).sum() % ELEVEN == 0;
    }

    private static Stream<Value> values(String place, JsonNode json) {
        if (json.isObject()) {
            return json.properties().stream().flatMap(field -> values(place + "/" + field.getKey(), field.getValue()));
        }
        if (json.isArray()) {
            return IntStream.range(0, json.size()).boxed().flatMap(i -> values(place + "/" + i, json.get(i)));
        }
        return json.isTextual() || json.isNumber() ? Stream.of(new Value(place, json.asText())) : Stream.empty();
    }

    private static Stream<JsonNode> children(JsonNode json) {
        Stream.Builder<JsonNode> all = Stream.builder();
        json.forEach(all);
        return all.build();
    }
}
