package nl.opkoers.keycloak;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.process.PortalProcess;

/** Keycloak as it is shipped, with the realms and the theme of {@code docker/keycloak}, in a process of its own. */
final class Keycloak implements AutoCloseable {

    static final String PASSWORD = "a-long-enough-password";
    static final String PARTICIPANTS_SECRET = "secret-of-participants-in-a-test";
    static final String STAFF_SECRET = "secret-of-staff-in-a-test";

    private static final Path PLACE = Path.of("target", "keycloak");
    private static final Path OURS = Path.of("docker", "keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ADMINISTRATOR = "administrator-in-a-test";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port = PortalProcess.freePort();
    private final Map<String, Integer> codesUsed = new HashMap<>();
    private Process process;

    /** Starts it for a portal at this address, and waits until both realms are there. */
    void start(String portal) {
        try {
            Path home = home();
            copy(OURS.resolve("themes"), home.resolve("themes"));
            for (String realm : List.of("opkoers-realm.json", "gemeente-realm.json")) {
                Files.createDirectories(home.resolve("data/import"));
                Files.copy(OURS.resolve(realm), home.resolve("data/import").resolve(realm), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm", "--db=dev-mem",
                    "--http-host=127.0.0.1", "--http-port=" + port, "--hostname=" + base());
            builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"),
                    "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
                    "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR, "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
                    "OPKOERS_PORTAL", portal, "OPKOERS_ISSUER_SUBJECT_SALT", "salt-in-a-test",
                    "OPKOERS_ISSUER_CLIENT_SECRET", PARTICIPANTS_SECRET, "OPKOERS_STAFF_ISSUER_CLIENT_SECRET", STAFF_SECRET));
            process = builder.redirectErrorStream(true).redirectOutput(PLACE.resolve("keycloak.log").toFile()).start();
            awaitReady();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String base() {
        return "http://localhost:" + port;
    }

    /** The issuer of this realm, without a slash at the end. */
    String issuer(String realm) {
        return base() + "/realms/" + realm;
    }

    /** Somebody who signs in with {@link #PASSWORD} and a code. Gives the id that Keycloak itself knows them by. */
    String person(String realm, String name, Map<String, String> attributes, String... roles) {
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
    String nextCode(String name) {
        return HotpCode.at(codesUsed.merge(name, 1, Integer::sum) - 1);
    }

    /** Ends all sessions of somebody, as an administrator does. */
    void logOut(String realm, String id) {
        send("POST", "/admin/realms/" + realm + "/users/" + id + "/logout", null);
    }

    /** Asks as an administrator. */
    String send(String method, String path, Object body) {
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
        return tokens("master", Map.of("grant_type", "password", "client_id", "admin-cli", "username", ADMINISTRATOR,
                "password", PASSWORD)).getString("access_token");
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void awaitReady() {
        HttpRequest asked = HttpRequest.newBuilder(URI.create(issuer("gemeente") + "/.well-known/openid-configuration")).build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (HTTP.sendAsync(asked, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode)
                .exceptionally(notYet -> 0).join() != 200) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("Keycloak does not start: see " + PLACE.resolve("keycloak.log"));
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.list(PLACE)) {
            return unpacked.filter(Files::isDirectory).findFirst()
                    .orElseThrow(() -> new AssertionError("Keycloak is not unpacked: mvn verify -Pkeycloak does that"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(slow -> process.destroyForcibly()).join();
        }
    }
}
