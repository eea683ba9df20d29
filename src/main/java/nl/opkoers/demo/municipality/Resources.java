package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the JSON files that describe the municipality. */
final class Resources {

    private final ObjectMapper json;

    Resources(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param name the path under {@code /demo/municipality}
     * @throws IllegalStateException when there is no such file
     */
    JsonNode read(String name) {
        try (InputStream file = Resources.class.getResourceAsStream("/demo/municipality/" + name)) {
            if (file == null) {
                throw new IllegalStateException("No file " + name);
            }
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
