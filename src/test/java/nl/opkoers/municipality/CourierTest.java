package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer to something sent means: a decision about it, or nothing about it at all. */
class CourierTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String PROBLEM = "application/problem+json";
    private static final String OUTDATED = "{\"type\": \"urn:opkoers:probleem:versie-verouderd\"}";

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void whatIsAnsweredWithJsonHasArrived(int status) {
        assertEquals(new Answer.Accepted(null), tell(() -> answer(status, "application/json;charset=UTF-8", "{\"id\": \"7\"}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 410, 415, 422})
    void aProblemIsADecision(int status) {
        assertEquals(new Answer.Rejected(new Refusal(Refusal.OUTDATED_VERSION, List.of())),
                tell(() -> answer(status, PROBLEM, OUTDATED)));
    }

    @Test
    void ofAProblemOnlyTheNamesAreKeptAndNoneOfTheSentences() {
        assertEquals(new Answer.Rejected(new Refusal("urn:opkoers:probleem:ongeldig-verzoek", List.of("te-lang", "verplicht"))),
                tell(() -> answer(400, PROBLEM, "{\"type\": \"urn:opkoers:probleem:ongeldig-verzoek\", \"detail\": \"Wat u schreef\","
                        + "\"fouten\": [{\"code\": \"te-lang\", \"melding\": \"Wat u schreef\"}, {\"veld\": \"x\"}, 7, {\"code\": \"verplicht\"}]}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"fouten\": \"alles\"}"})
    void aProblemWithoutANameIsADecisionToo(String body) {
        assertEquals(new Answer.Rejected(new Refusal("about:blank", List.of())), tell(() -> answer(400, PROBLEM, body)));
    }

    @ParameterizedTest
    @CsvSource({"302, text/html", "200, text/html", "204, ", "400, text/html", "403, text/html", "404, text/html",
        "404, application/json", "405, ", "413, text/html", "501, application/problem+json", "505, text/html"})
    void whatSomethingInBetweenSaysIsNoDecisionAndMayBeAboutThisMessageAlone(int status, String type) {
        assertEquals(new Answer.Unclear("status " + status + ", " + type, Optional.empty()), tell(() -> answer(status, type, "{}")));
    }

    @ParameterizedTest
    @CsvSource({"401, application/problem+json", "403, application/problem+json", "408, application/problem+json",
        "425, application/problem+json", "401, text/html", "403, application/json", "403, ", "408, text/html"})
    void thatItWantsAnotherTokenOrMoreTimeSaysNothingAboutTheMessage(int status, String type) {
        assertEquals(new Answer.NotNow(Optional.empty()), tell(() -> answer(status, type, OUTDATED)));
    }

    @ParameterizedTest
    @CsvSource({"200, application/json", "409, application/problem+json"})
    void halfAnAnswerIsNoDecision(int status, String type) {
        for (String body : List.of("{\"id\": \"7", "[]", "")) {
            assertInstanceOf(Answer.Unclear.class, tell(() -> answer(status, type, body)), body);
        }
    }

    @Test
    void anErrorIsOneOfThisMessagePerhaps() {
        assertEquals(new Answer.Failed(Optional.empty()), tell(() -> answer(500, PROBLEM, "{}")));
        assertEquals(new Answer.Failed(Optional.of(NOW.plusSeconds(60))),
                tell(() -> Response.status(500).header(HttpHeaders.RETRY_AFTER, "60").build()));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void whoIsAwayIsAwayForAll(int status) {
        MunicipalityAway away = assertThrows(MunicipalityAway.class,
                () -> tell(() -> Response.status(status).header(HttpHeaders.RETRY_AFTER, "60").build()));
        assertEquals(Optional.of(NOW.plusSeconds(60)), away.notBefore());
        assertEquals("status " + status, away.getMessage());
    }

    @Test
    void aBrokenLineAndAMissingTokenAreNoAnswer() {
        for (RuntimeException failure : List.of(new ProcessingException("refused"), new IllegalStateException("no token"))) {
            MunicipalityAway away = assertThrows(MunicipalityAway.class, () -> tell(() -> {
                throw failure;
            }));
            assertEquals(Optional.empty(), away.notBefore());
        }
    }

    private static Response answer(int status, String type, String body) {
        return Response.status(status).type(type).entity(body).build();
    }

    private static Answer tell(Supplier<Response> answer) {
        OutboxRow row = new OutboxRow();
        row.key = new OutboxRow.Key("9901", "liam", UUID.randomUUID());
        row.kind = Outgoing.Kind.CONFIRM;
        row.subject = "lesson";
        row.body = "{\"versie\": 3}";
        return new Courier(StandIn.lines(null, StandIn.answering(message -> answer.get())), new Contract(), Clock.fixed(NOW, ZoneOffset.UTC)).tell(row);
    }
}
