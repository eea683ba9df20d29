package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The contract as it lies in the project, read as plain JSON. */
public final class ContractDocument {

    /** One thing a caller can do. */
    record Operation(String path, String method, JsonNode description) {

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    public static final JsonNode ROOT = read();

    private ContractDocument() {
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        ROOT.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method ->
                operations.add(new Operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    static JsonNode schema(String name) {
        return ROOT.path("components").path("schemas").path(name);
    }

    /** What a reference points at, or the node itself. */
    static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? ROOT.at(node.path("$ref").textValue().substring(1)) : node;
    }

    private static JsonNode read() {
        try (InputStream file = ContractDocument.class.getResourceAsStream("/openapi/gemeente-api.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
