package nl.opkoers.conformance;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * An answer, with what was asked.
 *
 * @param path the address without the base and without its query
 * @param took until the whole answer was there
 */
record Heard(String method, String path, int status, HttpHeaders headers, String body, Duration took) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** What was answered; missing when it is no JSON. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public String toString() {
        return method + " " + status;
    }
}
