package nl.opkoers.demo.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;

/** The dossiers of the cast for tests of other rooms, as the municipality would send them on a day. */
public final class CastJson {
    private CastJson() {
    }

    /** A fresh copy, which a test may change. */
    public static ObjectNode of(String key, LocalDate today) {
        return Filled.castOn(today).get(key).deepCopy();
    }

    /** The same JSON with dates such as {@code today+2weeks} worked out. */
    public static JsonNode dated(JsonNode json, LocalDate today) {
        return new RelativeDates(Clock.fixed(today.atTime(12, 0).atZone(RelativeDates.ZONE).toInstant(), RelativeDates.ZONE))
                .resolve(json);
    }
}
