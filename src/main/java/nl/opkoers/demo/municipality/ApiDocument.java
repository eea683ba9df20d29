package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/**
 * The contract of the municipal API, published where the NL API Design Rules want it (core/publish-openapi): beside the
 * resources, without a token, and readable by a page from anywhere.
 */
final class ApiDocument {

    static final String PATH = "/v1/openapi.json";
    private static final String FILE = "/openapi/gemeente-api.json";

    private final Buffer text = Buffer.buffer(read());

    void get(RoutingContext context) {
        context.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Content-Type", "application/json")
                .end(text);
    }

    private static byte[] read() {
        try (InputStream file = ApiDocument.class.getResourceAsStream(FILE)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
