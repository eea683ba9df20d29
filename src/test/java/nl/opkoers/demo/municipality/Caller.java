package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Calls the municipal API as the portal would, and holds every call against the contract. */
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String token;

    Caller(int port, String token) {
        this.port = port;
        this.token = token;
    }

    HttpResponse<String> get(String path) throws IOException {
        return call("GET", path, null, Map.of());
    }

    /** An answer that is meant to be wrong, and so is not held against the contract. */
    HttpResponse<String> getSpoilt(String path) throws IOException {
        return callSpoilt("GET", path, null, Map.of());
    }

    /** As {@link #getSpoilt}, for any call. */
    HttpResponse<String> callSpoilt(String method, String path, String body, Map<String, String> headers) throws IOException {
        return send(request(method, path, body, headers));
    }

    HttpResponse<String> search(String body) throws IOException {
        return call("POST", "/v1/inburgeraars/_zoek", body, Map.of("Content-Type", "application/json"));
    }

    String idOf(CastMember member) throws IOException {
        String body = member.bsn() == null ? "{\"vNummer\":\"" + member.vNumber() + "\"}" : "{\"bsn\":\"" + member.bsn() + "\"}";
        return json(search(body)).path("id").textValue();
    }

    /** The JSON of an answer that must be there. */
    JsonNode read(String path) throws IOException {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode(), path);
        return json(answer);
    }

    JsonNode dossierOf(String key) throws IOException {
        return json(get("/v1/inburgeraars/" + idOf(Cast.member(key))));
    }

    HttpResponse<String> call(String method, String path, String body, Map<String, String> headers) throws IOException {
        HttpRequest request = request(method, path, body, headers);
        HttpResponse<String> answer = send(request);
        Agreement.check(request, body, answer);
        return answer;
    }

    private HttpRequest request(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        return request.build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }
}
