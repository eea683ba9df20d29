package nl.opkoers.signin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.opkoers.Answer;
import nl.opkoers.Portal;

/** A Keycloak that runs somewhere with the realms of {@code docker/keycloak}, asked by its administrator. */
public class Realms {

    public static final String PASSWORD = "a-long-enough-password";
    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String administrator;
    private final String password;
    private final Map<String, Integer> codesUsed = new HashMap<>();

    /** @param base where it answers itself, without a slash at the end */
    public Realms(String base, String administrator, String password) {
        this.base = base;
        this.administrator = administrator;
        this.password = password;
    }

    final String base() {
        return base;
    }

    /** On its page: password, then code when that is asked. What comes back leads to the portal. */
    public Answer enter(Portal browser, Answer page, String person) {
        Answer next = browser.fillIn(page, Map.of("username", person, "password", PASSWORD));
        return next.status() == 200 && next.body().contains("name=\"otp\"")
                ? browser.fillIn(next, Map.of("otp", nextCode(person))) : next;
    }

    /** The issuer of this realm, without a slash at the end. */
    public String issuer(String realm) {
        return base() + "/realms/" + realm;
    }

    /** Somebody who signs in with {@link #PASSWORD} and a code. Gives the id that Keycloak itself knows them by. */
    public String person(String realm, String name, Map<String, String> attributes, String... roles) {
        JsonObject known = new JsonObject();
        attributes.forEach((attribute, value) -> known.put(attribute, new JsonArray().add(value)));
        send("POST", "/admin/realms/" + realm + "/users", new JsonObject().put("username", name).put("enabled", true)
                .put("firstName", name).put("lastName", "Test").put("email", name + "@example.org").put("emailVerified", true)
                .put("attributes", known).put("credentials", new JsonArray()
                        .add(new JsonObject().put("type", "password").put("value", PASSWORD).put("temporary", false))
                        .add(HotpCode.credential())));
        String id = new JsonArray(send("GET", "/admin/realms/" + realm + "/users?exact=true&username=" + name, null))
                .getJsonObject(0).getString("id");
        for (String role : roles) {
            JsonObject kept = new JsonObject(send("GET", "/admin/realms/" + realm + "/roles/" + role, null));
            send("POST", "/admin/realms/" + realm + "/users/" + id + "/role-mappings/realm", new JsonArray().add(kept));
        }
        return id;
    }

    /** The next code of this person's token: each is good once. */
    public String nextCode(String name) {
        return HotpCode.at(codesUsed.merge(name, 1, Integer::sum) - 1);
    }

    /** Ends all sessions of somebody, as an administrator does. */
    public void logOut(String realm, String id) {
        send("POST", "/admin/realms/" + realm + "/users/" + id + "/logout", null);
    }

    /** Asks as an administrator. */
    public String send(String method, String path, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path)).header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body.toString()));
        HttpResponse<String> answer = answer(request.build());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Asks the token endpoint of a realm. */
    JsonObject tokens(String realm, Map<String, String> fields) {
        return new JsonObject(answer(HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))).build()).body());
    }

    /** What a realm says of who this access token is for. */
    JsonObject userInfo(String realm, String accessToken) {
        return new JsonObject(answer(HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + accessToken).build()).body());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String token() {
        return tokens("master", Map.of("grant_type", "password", "client_id", "admin-cli", "username", administrator,
                "password", password)).getString("access_token");
    }

    static HttpResponse<String> answer(HttpRequest request) {
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).orTimeout(60, TimeUnit.SECONDS).join();
    }
}
