package nl.opkoers.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The way to the municipality. It remembers what was heard, to be looked at as a whole. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    private final Settings settings;
    private final List<Heard> heard = new ArrayList<>();

    Wire(Settings settings) {
        this.settings = settings;
    }

    /** What was heard since this was asked for the last time. */
    List<Heard> takeHeard() {
        List<Heard> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }

    Heard get(String path) throws IOException {
        return get(path, Map.of());
    }

    Heard get(String path, Map<String, String> headers) throws IOException {
        return send("GET", path, null, withToken(settings.token(), headers));
    }

    /** Looks for somebody; changes nothing. */
    Heard search(String body) throws IOException {
        return send("POST", "/v1/inburgeraars/_zoek", body, withToken(settings.token(), Map.of()));
    }

    /** @param key the Idempotency-Key; null for none */
    Heard write(String method, String path, String key, String body) throws IOException {
        return send(method, path, body,
                withToken(settings.token(), key == null ? Map.of() : Map.of("Idempotency-Key", key)));
    }

    /** @param token another token; null for none */
    Heard as(String token, String method, String path, String body) throws IOException {
        return send(method, path, body, token == null ? Map.of() : withToken(token, Map.of()));
    }

    /** An id as a part of an address. */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> withToken(String token, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        return all;
    }

    private Heard send(String method, String path, String body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.address() + path)).timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        long begin = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            Heard one = new Heard(method, path.replaceAll("\\?.*", ""), answer.statusCode(), answer.headers(), answer.body(),
                    Duration.ofNanos(System.nanoTime() - begin));
            heard.add(one);
            return one;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
