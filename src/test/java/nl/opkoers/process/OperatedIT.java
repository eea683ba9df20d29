package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.opkoers.Numbers;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.CastMember;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Language;
import nl.opkoers.watch.Collector;
import org.junit.jupiter.api.Test;

/**
 * What an operator gets to see of a portal that is used: every line for a program, measures by themselves, and nobody in either; and no
 * traces, as long as it was not said where they go.
 */
public class OperatedIT extends ShippedPortal {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void everyLineIsForAProgramAndNobodyIsInIt() throws IOException, InterruptedException {
        int port = PortalProcess.freePort();
        Map<String, String> settings = new HashMap<>(world.settings());
        settings.putAll(Map.of("opkoers.log", "json", "opkoers.operations.port", String.valueOf(port), "opkoers.operations.every", "1s",
                "opkoers.municipality.fresh-for", "PT0S"));
        Collector collector = new Collector();
        collector.start();
        settings.putAll(collector.otherSettings());
        String log;
        String measures;
        try (PortalProcess node = PortalProcess.start(settings)) {
            signedIn(node).values().forEach(browser -> Stream.of("/plan", "/messages", "/people").forEach(browser::get));
            Portal.visitor(node.base(), Language.NL).signedIn("coach-a").open("/coach/participants");
            Portal.visitor(node.base(), Language.NL).signIn(Cast.UNKNOWN_PERSON, "/");
            Portal selam = Portal.visitor(node.base(), Language.TI).signedIn("z-tigrinya");
            world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());
            selam.get("/plan");
            Portal.visitor(node.base(), Language.NL).get("/sign-in/callback?state=x&code=y");
            Pause.until("the feed was read", () -> told(port).contains("opkoers_feed_lag_seconds{municipality=\"9901\"}"));
            measures = told(port);
            log = node.output();
        } finally {
            collector.stop();
        }
        assertTrue(collector.heardNothing(), "no traces");

        List<JsonNode> lines = new ArrayList<>();
        for (String line : log.lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        JsonNode away = lines.stream().filter(line -> line.path("message").asText().contains("cannot be reached for a Dossier")).findFirst()
                .orElseThrow(() -> new AssertionError(log));
        assertTrue(away.path("mdc").path("traceId").asText().matches("[0-9a-f]{32}"), away::toString);
        assertEquals("9901", away.path("mdc").path("municipality").asText());
        assertEquals(List.of(), somebodyIn(log + measures));
    }

    private static String told(int port) {
        try {
            HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics")).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException away) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private List<String> somebodyIn(String text) {
        TreeSet<String> found = new TreeSet<>();
        Numbers.ofTheCast().in(text).ifPresent(found::add);
        for (CastMember member : withDossier()) {
            Stream.of(world.municipality().idOf(member.key()), member.displayName()).filter(text::contains).forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static List<CastMember> withDossier() {
        return Cast.all().stream().filter(member -> member.kind() == CastMember.Kind.PARTICIPANT && !member.key().equals(Cast.UNKNOWN_PERSON))
                .toList();
    }
}
