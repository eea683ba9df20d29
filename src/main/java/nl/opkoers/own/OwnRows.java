package nl.opkoers.own;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.law.KeptTable;
import org.hibernate.StatelessSession;

/** What one person is given of a table: their own rows, without what the retention table hides. */
@ApplicationScoped
class OwnRows {

    private final StatelessSession rows;
    private final ObjectMapper json;

    OwnRows(StatelessSession rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** In the order in which they came to be. Moments are as in ISO 8601. */
    @Transactional
    List<JsonNode> of(KeptTable kept, ParticipantKey key) {
        // What is hidden is left out by the database: a file or a secret is not even read.
        String[] hidden = Stream.concat(Stream.of("municipality", kept.whose()), kept.hidden().keySet().stream()).toArray(String[]::new);
        String query = "select cast(to_jsonb(it) - cast(:hidden as text[]) as text) from %s it where it.municipality = :municipality"
                + " and it.%s = :person order by %s";
        return rows.createNativeQuery(query.formatted(kept.table(), kept.whose(), kept.from() == null ? "it" : "it." + kept.from() + ", it"),
                        String.class)
                .setParameter("hidden", hidden).setParameter("municipality", key.municipality())
                .setParameter("person", key.participant()).getResultStream().map(this::read)
                .map(row -> without(kept.hidden().keySet(), row)).toList();
    }

    /** Takes away what is hidden within a column of JSON. */
    private static JsonNode without(Set<String> hidden, JsonNode row) {
        hidden.stream().filter(path -> path.contains(".")).forEach(path -> remove(row, List.of(path.split("\\."))));
        return row;
    }

    private static void remove(JsonNode node, List<String> path) {
        List<String> rest = path.subList(1, path.size());
        if (path.get(0).equals(KeptTable.EACH)) {
            node.forEach(each -> remove(each, rest));
        } else if (!rest.isEmpty()) {
            remove(node.path(path.get(0)), rest);
        } else if (node instanceof ObjectNode object) {
            object.remove(path.get(0));
        }
    }

    private JsonNode read(String row) {
        try {
            return json.readTree(row);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
