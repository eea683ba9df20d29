package nl.opkoers.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import nl.opkoers.Portal;
import nl.opkoers.Rows;

/** One request of somebody, with nothing kept from the one before. */
final class Knock {

    /** A token as the guard of forms wants it: the same in the cookie and in the form. */
    static final String TOKEN = "AAECAwQFBgcICQoLDA0ODw";

    /** For a form that holds no field for a token at all. */
    static final String NO_TOKEN = "none";

    private static final int TOO_MANY = 429;
    private static final String STREAM = "text/event-stream";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    private Knock() {
    }

    /** What somebody got. */
    record Got(int status, HttpHeaders headers, String body) {

        String location() {
            return headers.firstValue("Location").orElse("");
        }

        @Override
        public String toString() {
            return status + (location().isEmpty() ? "" : " to " + location());
        }
    }

    static Got get(Person person, String path) {
        return send(request(person, path).GET());
    }

    /** Sends a form, with the token that guards it. */
    static Got post(Person person, String path, Map<String, String> form) {
        return post(person, path, form, TOKEN);
    }

    /** @param token what is sent as such; {@link #NO_TOKEN} for nothing */
    static Got post(Person person, String path, Map<String, String> form, String token) {
        String fields = form.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        String guard = token.equals(NO_TOKEN) ? "" : (fields.isEmpty() ? "" : "&") + "csrf-token=" + encode(token);
        return send(request(person, path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields + guard)));
    }

    static HttpRequest.Builder request(Person person, String path) {
        return HttpRequest.newBuilder(URI.create(Portal.base() + path)).header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Language", "en")
                .header("Cookie", "csrf=" + TOKEN + (person.session() == null ? "" : "; session=" + person.session()));
    }

    /** Nobody asks as much as these tests do: who does is told to wait, which others look at. */
    static Got send(HttpRequest.Builder request) {
        Got got = once(request);
        if (got.status() != TOO_MANY) {
            return got;
        }
        Rows.clear("used_allowance");
        return once(request);
    }

    private static Got once(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                boolean endless = response.headers().firstValue("Content-Type").filter(type -> type.startsWith(STREAM)).isPresent();
                return new Got(response.statusCode(), response.headers(),
                        endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
