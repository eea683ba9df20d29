package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.opkoers.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The municipal API as a caller meets it: over HTTP, with a real database and signed tokens. */
class ReferenceMunicipalityTest {

    private static final Map<String, String> JSON_BODY = Map.of("Content-Type", "application/json");

    private static TestIssuer issuer;
    private static TestDatabase database;
    private static Settings settings;
    private static ReferenceMunicipality municipality;

    private final Caller portal = new Caller(municipality.port(), issuer.token());

    @BeforeAll
    static void start() {
        issuer = new TestIssuer();
        database = new TestDatabase();
        settings = database.settings(issuer.uri(), Clock.systemUTC());
        municipality = ReferenceMunicipality.start(settings);
    }

    @AfterAll
    static void stop() {
        municipality.close();
        database.close();
        issuer.close();
    }

    @AfterEach
    void repair() {
        municipality.faults().clear();
    }

    @Test
    void theCallerFindsAPersonByBsnAndReadsTheDossier() throws IOException {
        JsonNode dossier = portal.dossierOf("z-tigrinya");

        assertEquals("Selam Tesfay", dossier.at("/persoon/aanspreeknaam").textValue());
        assertEquals("DUO", dossier.at("/termijn/bron").textValue());
        assertEquals("9901", dossier.at("/pip/actueel/gemeentecode").textValue());
        assertEquals("+31 20 555 01 11", dossier.at("/contactpersonen/personen/0/telefoonnummer").textValue());
        assertEquals("Gepland", dossier.at("/voortgang/volgendGesprek/status").textValue());
    }

    @Test
    void aPersonWithoutBsnIsFoundByVNumber() throws IOException {
        assertEquals("Opvang De Brink", portal.dossierOf("azc-tigrinya-wait").at("/persoon/opvang/naam").textValue());
    }

    @Test
    void everyMemberOfTheCastHasADossierOfItsOwn() throws IOException {
        Set<String> ids = new HashSet<>();
        for (CastMember member : Cast.withDossier()) {
            HttpResponse<String> answer = portal.get("/v1/inburgeraars/" + portal.idOf(member));
            assertEquals(200, answer.statusCode(), member.key());
            ids.add(Caller.json(answer).path("id").textValue());
        }
        assertEquals(Cast.withDossier().size(), ids.size());
    }

    @Test
    void aNumberOfNobodyIsNotFound() throws IOException {
        HttpResponse<String> answer = portal.search("{\"bsn\":\"" + Cast.member(Cast.UNKNOWN_PERSON).bsn() + "\"}");

        assertProblem(404, answer);
        assertFalse(answer.body().contains("9999"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                              | 1
            {"bsn":"999990019","vNummer":"9990000014"}      | 1
            {"bsn":"999990018"}                             | 1
            {"bsn":"12345678"}                              | 1
            {"bsn":999990019}                               | 1
            {"vNummer":"99900"}                             | 1
            {"bsn":"999990018","vNummer":"99900"}           | 3
            {"bsn":"999990019","999990020":"x"}             | 1
            []                                              | 1
            {"bsn":"999990018"                              | 1
            """)
    void aBadSearchNamesEveryFaultAndNeverTheNumber(String body, int faults) throws IOException {
        HttpResponse<String> answer = portal.search(body);

        assertProblem(400, answer);
        assertEquals(faults, Caller.json(answer).path("fouten").size(), answer.body());
        assertFalse(answer.body().contains("9999"), answer.body());
        assertFalse(answer.body().contains("12345678"), answer.body());
    }

    @Test
    void anUnchangedDossierIsNotSentAgain() throws IOException {
        String path = "/v1/inburgeraars/" + portal.idOf(Cast.member("o-arabic-load"));
        String tag = portal.get(path).headers().firstValue("ETag").orElseThrow();
        assertTrue(tag.startsWith("\""), "a strong tag");

        HttpResponse<String> unchanged = portal.call("GET", path, null, Map.of("If-None-Match", "\"other\", " + tag));
        assertEquals(304, unchanged.statusCode());
        assertEquals("", unchanged.body());
        assertEquals(tag, unchanged.headers().firstValue("ETag").orElseThrow());
        assertHeaders(unchanged);

        municipality.change("o-arabic-load", dossier -> {
            ((ObjectNode) dossier.path("uren")).putArray("soorten");
            return dossier;
        });
        HttpResponse<String> changed = portal.call("GET", path, null, Map.of("If-None-Match", tag));
        assertEquals(200, changed.statusCode());
        assertNotEquals(tag, changed.headers().firstValue("ETag").orElseThrow());
        assertEquals(0, Caller.json(changed).at("/uren/soorten").size());
    }

    @Test
    void theMunicipalityTellsAboutItself() throws IOException {
        HttpResponse<String> answer = portal.get("/v1/gemeente");

        assertEquals("Gemeente Waterstad", Caller.json(answer).path("naam").textValue());
        assertEquals(3, Caller.json(answer).path("antwoordbelofteWerkdagen").intValue());
        assertTrue(Caller.json(answer).path("mapPraktijkuren").isNull());
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, portal.call("GET", "/v1/gemeente", null, Map.of("If-None-Match", tag)).statusCode());
    }

    @Test
    void anybodyMayReadTheContract() throws IOException {
        HttpResponse<String> answer = new Caller(municipality.port(), null).get("/v1/openapi.json");

        assertEquals(200, answer.statusCode());
        assertEquals(ContractDocument.ROOT, Caller.json(answer));
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElse(null));
        assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(null));
        assertHeaders(answer);
        assertTrue(portal.get("/v1/gemeente").headers().firstValue("Access-Control-Allow-Origin").isEmpty(), "nothing else");
    }

    @Test
    void noTokenNoAnswer() throws IOException {
        Caller stranger = new Caller(municipality.port(), null);

        for (String path : List.of("/v1/gemeente", "/v1/inburgeraars/x", "/v1/nowhere")) {
            HttpResponse<String> answer = stranger.get(path);
            assertProblem(401, answer);
            assertTrue(answer.headers().firstValue("WWW-Authenticate").orElseThrow().startsWith("Bearer"));
        }
        assertEquals(200, stranger.get("/health").statusCode());
    }

    @Test
    void aBadTokenIsRefused() throws IOException {
        assertRefused(401, "nonsense");
        assertRefused(401, issuer.forged());
        assertRefused(401, issuer.sign(issuer.claims().expirationTime(Date.from(Instant.now().minusSeconds(120))).build()));
        assertRefused(401, issuer.sign(issuer.claims().expirationTime(null).build()));
        assertRefused(401, issuer.sign(issuer.claims().issuer("https://other.example").build()));
        assertRefused(403, issuer.sign(issuer.claims().audience("portal").claim("scope", "gemeenteraad").build()));
        assertRefused(401, new com.nimbusds.jwt.PlainJWT(issuer.claims().build()).serialize());
    }

    @Test
    void aTokenThatWasGoodIsRefusedOnceItsTimeIsOver() throws IOException {
        try (ReferenceMunicipality other = ReferenceMunicipality.start(database.settings(issuer.uri(), new TestClock()))) {
            Caller caller = new Caller(other.port(), issuer.token());
            assertEquals(200, caller.get("/v1/gemeente").statusCode());
            assertEquals(200, caller.get("/v1/gemeente").statusCode());

            TestClock.advance(Duration.ofMinutes(10));
            assertProblem(401, caller.get("/v1/gemeente"));
        } finally {
            TestClock.runOn();
        }
    }

    @Test
    void aScopeWillDoInsteadOfAnAudience() throws IOException {
        String token = issuer.sign(issuer.claims().audience("other").claim("scope", "openid gemeente").build());

        assertEquals(200, new Caller(municipality.port(), token).get("/v1/gemeente").statusCode());
    }

    @Test
    void aNewKeyOfTheIssuerIsFetched() throws Exception {
        assertEquals(200, portal.get("/v1/gemeente").statusCode());
        issuer.rotate();
        Caller renewed = new Caller(municipality.port(), issuer.token());

        Instant deadline = Instant.now().plusSeconds(8);
        int status = renewed.get("/v1/gemeente").statusCode();
        while (status == 401 && Instant.now().isBefore(deadline)) {
            Thread.sleep(250);
            status = renewed.get("/v1/gemeente").statusCode();
        }
        assertEquals(200, status);
    }

    @Test
    void anUnreachableIssuerIsNotTheCallersFault() throws IOException {
        Settings lonely = database.settings(java.net.URI.create("http://127.0.0.1:1"), Clock.systemUTC());
        try (ReferenceMunicipality other = ReferenceMunicipality.start(lonely)) {
            assertProblem(503, new Caller(other.port(), issuer.token()).get("/v1/gemeente"));
        }
    }

    @Test
    void whatDoesNotFitIsAProblem() throws IOException {
        assertProblem(404, portal.get("/v1/inburgeraars/nobody"));
        assertProblem(404, portal.get("/v1/nowhere"));
        assertProblem(404, portal.get("/elsewhere"));
        HttpResponse<String> wrongMethod = portal.call("DELETE", "/v1/gemeente", null, Map.of());
        assertProblem(405, wrongMethod);
        assertEquals("GET", wrongMethod.headers().firstValue("Allow").orElse(null));
        assertProblem(406, portal.call("GET", "/v1/gemeente", null, Map.of("Accept", "text/html")));
        assertProblem(415, portal.call("POST", "/v1/inburgeraars/_zoek", "bsn=1", Map.of("Content-Type", "text/plain")));
        assertProblem(413, portal.search("{\"bsn\":\"" + "1".repeat(20_000) + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/inburgeraars/%00", "/v1/inburgeraars/%FF%FE", "/v1/inburgeraars/'%20or%201=1"})
    void strangePathsNeverShowTheInside(String path) throws IOException {
        HttpResponse<String> answer = portal.get(path);

        assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, answer.body());
    }

    @Test
    void noAnswerHoldsANumberThatIdentifiesSomebody() throws IOException {
        for (CastMember member : Cast.withDossier()) {
            String body = portal.get("/v1/inburgeraars/" + portal.idOf(member)).body();
            assertFalse(body.contains(member.bsn() == null ? member.vNumber() : member.bsn()), member.key());
        }
    }

    @Test
    void faultsShowAsAsked() throws IOException {
        municipality.faults().set(Resource.MUNICIPALITY, Fault.error());
        assertProblem(500, portal.get("/v1/gemeente"));

        municipality.faults().set(Resource.MUNICIPALITY, Fault.busy(Duration.ofSeconds(20)));
        HttpResponse<String> busy = portal.get("/v1/gemeente");
        assertProblem(503, busy);
        assertEquals("20", busy.headers().firstValue("Retry-After").orElseThrow());

        municipality.faults().set(Resource.MUNICIPALITY, Fault.dropped());
        assertThrows(IOException.class, () -> portal.get("/v1/gemeente"));

        municipality.faults().set(Resource.MUNICIPALITY, Fault.truncated());
        HttpResponse<String> half = portal.getSpoilt("/v1/gemeente");
        assertEquals(200, half.statusCode());
        assertThrows(JsonProcessingException.class, () -> Caller.json(half));

        municipality.faults().set(Resource.MUNICIPALITY, Fault.wrongJson());
        assertFalse(Caller.json(portal.getSpoilt("/v1/gemeente")).path("naam").isTextual());

        municipality.faults().set(Resource.MUNICIPALITY, Fault.slow(Duration.ofMillis(300)));
        Instant before = Instant.now();
        assertEquals(200, portal.get("/v1/gemeente").statusCode());
        assertTrue(Duration.between(before, Instant.now()).toMillis() >= 300);
        assertEquals(404, portal.get("/v1/inburgeraars/nobody").statusCode(), "other resources are well");
    }

    @Test
    void thereIsADeskOnlyWhenThatIsOn() throws IOException {
        String body = "{\"gemeente\":{\"soort\":\"503\",\"opnieuwNaSeconden\":7}}";
        assertProblem(404, portal.call("PUT", "/demo/storingen", body, JSON_BODY));
        assertProblem(404, portal.get("/beheer"));
        assertProblem(404, portal.get("/demo/personen"));
        assertProblem(404, portal.call("POST", "/beheer/gebeurtenissen/opnieuw", "", Map.of()));
        assertProblem(404, portal.call("POST", "/demo/personen/z-tigrinya/pvt", "{}", JSON_BODY));

        try (ReferenceMunicipality demo = ReferenceMunicipality.start(settings.withDemoControls())) {
            Caller caller = new Caller(demo.port(), issuer.token());
            assertEquals(204, caller.call("PUT", "/demo/storingen", body, JSON_BODY).statusCode());
            assertEquals(503, caller.get("/v1/gemeente").statusCode());
            assertEquals(204, caller.call("PUT", "/demo/storingen", "{}", JSON_BODY).statusCode());
            assertEquals(200, caller.get("/v1/gemeente").statusCode());
            assertProblem(400, caller.call("PUT", "/demo/storingen", "{\"elders\":{},\"zoek\":{\"soort\":\"?\"}}", JSON_BODY));
            assertProblem(400, caller.call("PUT", "/demo/storingen", "{\"zoek\":{\"vertragingMilliseconden\":-1}}", JSON_BODY));
            assertProblem(400, caller.call("PUT", "/demo/storingen", "{\"zoek\":{\"opnieuwNaSeconden\":1.5}}", JSON_BODY));
        }
    }

    @Test
    void aRestartKeepsWhatChangedAndDoesNotFillAgain() throws IOException {
        String rows = database.query("select count(*) from inburgeraar");
        municipality.change("old-law", dossier -> dossier.put(Agreement.FIELD_OF_TOMORROW, "blijft"));
        String version = database.query("select versie from inburgeraar where sleutel = 'old-law'");

        municipality.close();
        municipality = ReferenceMunicipality.start(settings);

        assertEquals(rows, database.query("select count(*) from inburgeraar"));
        assertEquals(version, database.query("select versie from inburgeraar where sleutel = 'old-law'"));
        JsonNode dossier = new Caller(municipality.port(), issuer.token()).dossierOf("old-law");
        assertEquals("blijft", dossier.path(Agreement.FIELD_OF_TOMORROW).textValue());
    }

    private void assertRefused(int status, String token) throws IOException {
        HttpResponse<String> answer = new Caller(municipality.port(), token).get("/v1/gemeente");
        assertProblem(status, answer);
        assertTrue(answer.headers().firstValue("WWW-Authenticate").isPresent());
    }

    private static void assertProblem(int status, HttpResponse<String> answer) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(null));
        JsonNode problem = Caller.json(answer);
        assertEquals(status, problem.path("status").intValue());
        assertTrue(problem.path("title").isTextual() && problem.path("detail").isTextual() && problem.path("type").isTextual());
        assertHeaders(answer);
    }

    private static void assertHeaders(HttpResponse<String> answer) {
        assertEquals(Answers.API_VERSION, answer.headers().firstValue("API-Version").orElse(null));
        assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(null));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(null));
        assertEquals("frame-ancestors 'none'", answer.headers().firstValue("Content-Security-Policy").orElse(null));
        assertTrue(answer.headers().firstValue("Strict-Transport-Security").isPresent());
        assertEquals("no-referrer", answer.headers().firstValue("Referrer-Policy").orElse(null));
    }
}
