package nl.opkoers.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps of a sign-in over HTTP: what a browser and the portal's server do. */
final class SignInJourney {
    static final String CLIENT_ID = "opkoers-portal";
    static final String CLIENT_SECRET = "a secret of the tests";
    static final String REDIRECT_URI = "http://localhost:8080/sign-in";
    static final String STATE = "the-state";
    static final String NONCE = "the-nonce";
    static final String VERIFIER = "v".repeat(43);

    private final HttpClient browser = HttpClient.newHttpClient();
    private final URI issuer;

    SignInJourney(URI issuer) {
        this.issuer = issuer;
    }

    URI at(String path) {
        return URI.create(issuer + path);
    }

    /** The portal's request with some parameters otherwise; an empty value leaves the parameter out. */
    URI authorize(Map<String, String> otherwise) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("response_type", "code", "scope", "openid",
                "client_id", CLIENT_ID, "redirect_uri", REDIRECT_URI, "state", STATE, "nonce", NONCE,
                "code_challenge", challenge(), "code_challenge_method", "S256"));
        parameters.putAll(otherwise);
        parameters.values().removeIf(String::isEmpty);
        return at("/authorize?" + encoded(parameters));
    }

    URI logout(String postLogoutRedirectUri) {
        return at("/endsession?" + encoded(Map.of("post_logout_redirect_uri", postLogoutRedirectUri)));
    }

    /** The code after pressing the button of this person. */
    String code(String person) throws IOException, InterruptedException {
        String location = location(post(authorize(Map.of()), Map.of("person", person)));
        String code = location.replaceFirst(".*[?&]code=([^&]+).*", "$1");
        if (!location.startsWith(REDIRECT_URI) || !location.contains("state=" + STATE) || code.equals(location)) {
            throw new AssertionError(location);
        }
        return code;
    }

    JsonNode token(String code, String verifier) throws IOException, InterruptedException {
        return json(exchange(code, verifier));
    }

    HttpResponse<String> exchange(String code, String verifier) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT_URI));
        if (verifier != null) {
            form.put("code_verifier", verifier);
        }
        return post(at("/token"), form, CLIENT_SECRET);
    }

    HttpResponse<String> clientCredentials(String secret) throws IOException, InterruptedException {
        return post(at("/token"), Map.of("grant_type", "client_credentials", "scope", "gemeente"), secret);
    }

    HttpResponse<String> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(URI address, Map<String, String> form) throws IOException, InterruptedException {
        return browser.send(form(address, form).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI address, Map<String, String> form, String secret)
            throws IOException, InterruptedException {
        String client = Base64.getEncoder().encodeToString(
                (encode(CLIENT_ID) + ":" + encode(secret)).getBytes(StandardCharsets.UTF_8));
        return browser.send(form(address, form).header("Authorization", "Basic " + client).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> form) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElseThrow(() ->
                new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
