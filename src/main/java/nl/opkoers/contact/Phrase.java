package nl.opkoers.contact;

import java.util.Map;
import java.util.Objects;

/**
 * A standard sentence, kept as what it says and not as a text: so the person reads it in their language, with the Dutch
 * beneath.
 *
 * @param code   which sentence
 * @param values what fills its places, by the name of the place; dates and times as ISO 8601 writes them
 */
public record Phrase(String code, Map<String, String> values) {

    public Phrase {
        Objects.requireNonNull(code);
        values = values == null ? Map.of() : Map.copyOf(values);
    }
}
