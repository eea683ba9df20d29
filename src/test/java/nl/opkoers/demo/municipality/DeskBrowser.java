package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** Uses the desk as a browser without script does: fills in the forms that a page has, and sends what is in them. */
final class DeskBrowser {

    private final int port;
    private final Caller caller;

    DeskBrowser(int port) {
        this.port = port;
        this.caller = new Caller(port, null);
    }

    HttpResponse<String> get(String path) throws IOException {
        return caller.get(path);
    }

    Document page(String path) throws IOException {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode(), path);
        return page(answer);
    }

    Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), "http://localhost:" + port + "/");
    }

    /** Sends the form with this address on that page, with these fields filled in and the others as they were. */
    HttpResponse<String> send(Document page, String action, Map<String, String> filledIn) throws IOException {
        FormElement form = (FormElement) page.selectFirst("form[action^=" + action + "]");
        return send(form, filledIn);
    }

    HttpResponse<String> send(FormElement form, Map<String, String> filledIn) throws IOException {
        assertEquals("post", form.attr("method"));
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        filledIn.keySet().forEach(name -> assertEquals(true, fields.containsKey(name), "a field " + name));
        fields.putAll(filledIn);
        return post(URI.create(form.attr("action")).getPath(), fields, Map.of("Origin", "http://127.0.0.1:" + port));
    }

    HttpResponse<String> post(String path, Map<String, String> fields, Map<String, String> headers) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return caller.call("POST", path, fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")), all);
    }

    HttpResponse<String> json(String method, String path, String body) throws IOException {
        return caller.call(method, path, body, Map.of("Content-Type", "application/json"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends the form for this act on the page of a person. */
    HttpResponse<String> act(Document page, String act, Map<String, String> filledIn) throws IOException {
        return send((FormElement) page.selectFirst("#" + act + " form"), filledIn);
    }

    /** The form for something in the agenda of a person. */
    FormElement form(String key, String act, String item) throws IOException {
        return (FormElement) page("/beheer/personen/" + key)
                .selectFirst("form[action*=/" + act + "#]:has(input[value=" + item + "])");
    }

    /** What is said to be wrong, at the fields. */
    String mistakes(HttpResponse<String> refused) {
        assertEquals(400, refused.statusCode());
        return String.join(" ", page(refused).select(".mistake").eachText());
    }

    /** It leads on to a page that says so. */
    void assertDone(String what, HttpResponse<String> answer) throws IOException {
        assertEquals(303, answer.statusCode(), answer.body());
        String next = answer.headers().firstValue("Location").orElseThrow();
        assertTrue(next.endsWith("?gedaan=" + what), next);
        assertEquals(1, page(next).select("[role=status]").size());
    }

    /** The whole answer to a request with headers that a client would not send. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
