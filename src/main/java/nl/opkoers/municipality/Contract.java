package nl.opkoers.municipality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import nl.opkoers.municipality.contract.Events;

/** Reads and writes JSON as in the municipal API. Fields from a later version of the contract are passed over. */
@ApplicationScoped
public class Contract {

    /** PostgreSQL cannot keep it. */
    private static final String CHARACTER_ZERO = "\\u0000";

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** Reads strictly: what has another type than the contract says is not understood. */
    public Contract() {
        // A number where a text should be is no text: taken for an id, it would make somebody unknown for good.
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /**
     * The answer as a record.
     *
     * @throws MunicipalityUnreachable when it cannot be read: for whoever asked that is as good as no answer. Its message
     *         and cause never quote the text, which is about a person.
     */
    public <T> T read(String body, Class<T> type) {
        if (body.contains(CHARACTER_ZERO)) {
            throw new MunicipalityUnreachable("an unreadable " + type.getSimpleName());
        }
        return parse(body, type);
    }

    /**
     * A page of the feed. It is about many people: what cannot be read or kept of one event is left out of that one.
     *
     * @throws MunicipalityUnreachable as {@link #read}, when it is no page
     */
    Events events(String body) {
        return parse(body, Events.class);
    }

    private <T> T parse(String body, Class<T> type) {
        try {
            T value = json.readValue(body, type);
            if (value == null) {
                throw new MunicipalityUnreachable("an empty " + type.getSimpleName());
            }
            return value;
        } catch (JsonProcessingException unreadable) {
            throw new MunicipalityUnreachable("an unreadable " + type.getSimpleName());
        }
    }

    /** A record as JSON. */
    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot be written: " + value.getClass().getSimpleName(), impossible);
        }
    }
}
