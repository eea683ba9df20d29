package nl.opkoers.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The world that tests of the portal stand in. */
class DemoWorldTest {
    private static DemoWorld world;
    private static Map<String, String> settings;

    @BeforeAll
    static void start() {
        world = DemoWorld.inProcess(DemoWorldResource.programs(), Clock.system(MunicipalityProcess.ZONE));
        settings = world.settings();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void thePortalsRolesReachThePortalsDatabase() throws Exception {
        for (String role : new String[] {"opkoers.database.owner", "opkoers.database"}) {
            try (Connection connection = DriverManager.getConnection(settings.get("opkoers.database.url"),
                    settings.get(role + ".user"), settings.get(role + ".password"))) {
                assertTrue(connection.isValid(5), role);
            }
        }
    }

    @Test
    void theMunicipalityAnswersThePortalsOwnTokenAndNoOther() throws Exception {
        URI municipality = URI.create(settings.get("opkoers.municipality.url") + "/v1/gemeente");

        HttpResponse<String> answer = get(municipality, portalToken());

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("9901", new ObjectMapper().readTree(answer.body()).path("gemeentecode").asText());
        assertEquals(401, get(municipality, "no-token").statusCode());
    }

    @Test
    void theSettingsAreAllThatThePortalNeeds() {
        for (String name : new String[] {"database.url", "database.user", "database.password", "database.owner.user",
                "database.owner.password", "issuer.url", "issuer.client-id", "issuer.client-secret",
                "staff-issuer.url", "staff-issuer.client-id", "staff-issuer.client-secret",
                "municipality.url", "session.secret"}) {
            assertTrue(settings.containsKey("opkoers." + name), name);
        }
        assertTrue(settings.values().stream().noneMatch(String::isBlank));
    }

    @Test
    void aSecondDemoInTheSameDirectoryIsRefusedAndTheFirstKeepsItsDatabase(@TempDir Path directory) throws Exception {
        try (AutoCloseable first = DemoLock.take(directory)) {
            DemoFailure failure = assertThrows(DemoFailure.class, () -> DemoWorld.start(directory, 8080));

            assertTrue(failure.explained().contains("already runs"), failure.explained());
        }
    }

    private static String portalToken() throws Exception {
        String client = Base64.getEncoder().encodeToString((settings.get("opkoers.staff-issuer.client-id") + ":"
                + settings.get("opkoers.staff-issuer.client-secret")).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.get("opkoers.staff-issuer.url") + "/token"))
                .header("Authorization", "Basic " + client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")).build();
        JsonNode token = new ObjectMapper().readTree(
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
        return token.path("access_token").asText();
    }

    private static HttpResponse<String> get(URI address, String token) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
    }
}
