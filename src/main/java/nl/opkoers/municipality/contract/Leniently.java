package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;

/**
 * Reads a field, or each element of a list, on which nothing beside it depends: what it should not be, or what PostgreSQL cannot keep,
 * is as good as not there.
 */
final class Leniently extends JsonDeserializer<Object> implements ContextualDeserializer {

    /** As it is written in JSON. */
    private static final String CHARACTER_ZERO = "\\u0000";

    private final JsonDeserializer<?> strictly;

    Leniently() {
        this(null);
    }

    private Leniently(JsonDeserializer<?> strictly) {
        this.strictly = strictly;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty field) throws JsonMappingException {
        return new Leniently(context.findContextualValueDeserializer(context.getContextualType(), field));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode told = context.readTree(parser);
        if (told.toString().contains(CHARACTER_ZERO)) {
            return null;
        }
        try (JsonParser again = told.traverse(parser.getCodec())) {
            again.nextToken();
            return strictly.deserialize(again, context);
        } catch (JsonProcessingException | RuntimeException unreadable) {
            return null;
        }
    }
}
