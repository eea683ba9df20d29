package nl.opkoers.own;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.law.KeptKind;

/**
 * All that the portal holds of one person and gives them, at a moment.
 *
 * @param addresses where their notices go
 * @param notGiven  what is left out, by table, with the reason
 */
record Holding(Instant made, List<Part> parts, List<String> addresses, Map<String, String> notGiven) {

    /** Everything of one kind. @param tables its rows, by the name of the table, in the order of the retention table */
    record Part(KeptKind kind, Period keptFor, Map<String, List<JsonNode>> tables) {

        boolean isEmpty() {
            return tables.values().stream().allMatch(List::isEmpty);
        }
    }

    /** The ids of the pictures, or of the documents. */
    List<UUID> files(String table) {
        return parts.stream().flatMap(part -> Stream.ofNullable(part.tables().get(table))).flatMap(List::stream)
                .map(row -> UUID.fromString(row.get("id").textValue())).toList();
    }
}
