package nl.opkoers.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.opkoers.Answer;
import nl.opkoers.HalfAnswer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.EventFeed;
import nl.opkoers.scope.Scope;
import org.junit.jupiter.api.Test;

/** A node that can make pages is asked for them, whoever else is away; and what is away is named. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class HealthTest {

    @Inject
    Waiting waiting;

    @Inject
    Around around;

    @Inject
    Knocking knocking;

    @Inject
    EventFeed feed;

    @Test
    void allThatItLeansOnIsNamedAndThere() {
        feed.readOn();
        Scope.portal(waiting::read);
        around.look();
        assertEquals(Map.of("issuer", "UP", "staff-issuer", "UP", "municipal-api", "UP", "mail", "UP", "replica", "UP"), checks("/q/health/well", 200));
        assertTrue(checks("/q/health/ready", 200).containsKey("migrations"));
        assertTrue(checks("/q/health/ready", 200).keySet().stream().anyMatch(name -> name.contains("Database")));
    }

    @Test
    void aMunicipalityThatIsAwayIsNamedAndTakesNoNodeOut() {
        feed.readOn();
        Rows.run("update feed_position set read_at = now() - interval '2 minutes'");
        Scope.portal(waiting::read);
        around.look();
        Map<String, String> well = checks("/q/health/well", 503);
        assertEquals("DOWN", well.get("municipal-api"));
        assertEquals("UP", well.get("issuer"));
        assertFalse(checks("/q/health/ready", 200).containsKey("municipal-api"));
        checks("/q/health/live", 200);
    }

    @Test
    void whoDoesNotAnswerIsAway() {
        assertFalse(knocking.issuer("http://localhost:1/issuer").join());
        assertFalse(knocking.mail(InetSocketAddress.createUnresolved("localhost", 1)));
    }

    /** It would be waited for without end, and all the others would be taken for what they were before. */
    @Test
    void whoBeginsToAnswerAndStopsIsAway() {
        try (HalfAnswer stopping = new HalfAnswer()) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertFalse(knocking.issuer(stopping.address()).join()));
        }
    }

    @Test
    void issuersAreAskedAtTheSameTime() throws IOException {
        CountDownLatch asked = new CountDownLatch(2);
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            asked.countDown();
            exchange.sendResponseHeaders(areAll(asked) ? 200 : 500, -1);
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort();
            assertEquals(Map.of("9901", true, "9902", true), around.answering(Map.of("9901", address, "9902", address)));
        } finally {
            server.stop(0);
        }
    }

    private static boolean areAll(CountDownLatch asked) {
        try {
            return asked.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<String, String> checks(String path, int status) {
        Answer answer = Portal.visitor(Language.NL).get(path);
        assertEquals(status, answer.status(), answer::body);
        try {
            Map<String, String> checks = new TreeMap<>();
            for (JsonNode check : new ObjectMapper().readTree(answer.body()).path("checks")) {
                checks.put(check.path("name").asText(), check.path("status").asText());
            }
            return checks;
        } catch (IOException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }
}
