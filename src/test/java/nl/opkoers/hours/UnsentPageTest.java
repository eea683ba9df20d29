package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;

/** What a phone is told before it sends what waits on it, and whose hours are taken from it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class UnsentPageTest {

    private final Portal fiyori = Portal.signedIn("z-tigrinya", Language.TI);
    private final Portal walid = Portal.signedIn("z-arabic-elder", Language.AR);

    @Test
    void theKeyIsTheSameEachTimeAndNotThatOfAnotherPerson() {
        JsonObject once = sender(fiyori);
        JsonObject again = sender(Portal.signedIn("z-tigrinya", Language.NL));
        JsonObject other = sender(walid);

        assertEquals(once.getString("key"), again.getString("key"));
        assertEquals(once.getString("person"), again.getString("person"));
        assertNotEquals(once.getString("key"), other.getString("key"));
        assertNotEquals(once.getString("person"), other.getString("person"));
        assertEquals(32, Base64.getDecoder().decode(once.getString("key")).length, "as AES-256 asks");
    }

    @Test
    void thePageKnowsTheSameKeySoThatHoursCanBeLockedWithoutANetwork() {
        JsonObject sender = sender(fiyori);
        Answer page = fiyori.get("/unsent");

        assertEquals(sender.getString("key"), page.document().select("#unsent").attr("data-key"));
        assertEquals(sender.getString("person"), page.document().body().attr("data-person"));
        assertEquals(sender.getString("person"), page.headers().firstValue(PersonMark.HEADER).orElseThrow());
    }

    @Test
    void theTokenIsOneWithWhichAFormIsTaken() {
        String token = sender(fiyori).getString("token");

        assertEquals(400, walid.post("/sign-out", Map.of()).status());
        assertEquals(303, fiyori.post("/sign-out", Map.of("csrf-token", token)).status());
    }

    @Test
    void nobodyIsToldAKeyWithoutBeingSignedIn() {
        Answer answer = Portal.visitor(Language.NL).get("/unsent/sender");

        assertEquals(303, answer.status());
        assertTrue(answer.location().contains("/sign-in"), answer.location());
        assertEquals(403, Portal.signedIn("coach-a", Language.NL).get("/unsent/sender").status());
    }

    @Test
    void whatOnePersonWroteIsNotTakenFromAnother() throws Exception {
        String whose = sender(fiyori).getString("person");

        assertEquals(412, post(walid, whose), "somebody else is signed in by now");
        assertEquals(412, post(Portal.visitor(Language.NL), whose), "nobody is");
        assertEquals(303, post(fiyori, whose));
    }

    private static int post(Portal portal, String whose) throws Exception {
        portal.get("/no-connection");
        HttpRequest request = HttpRequest.newBuilder(URI.create(Portal.base() + "/sign-out")).header(PersonMark.HEADER, whose)
                .header("Cookie", String.join("; ", portal.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                        .toList()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("csrf-token=" + portal.cookies().entrySet().stream()
                        .filter(each -> each.getKey().contains("csrf")).findFirst().orElseThrow().getValue())).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static JsonObject sender(Portal portal) {
        return new JsonObject(portal.get("/unsent/sender").body());
    }
}
