package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.opkoers.municipality.contract.Events;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of the municipality means. */
class MunicipalClientTest {

    private static final Identifier SOMEBODY = Identifier.ofBsn("999990019");

    @Test
    void whoIsKnownHasAnIdAndWhoIsNotHasNone() {
        assertEquals(Optional.of("7"), client(() -> found("{\"id\": \"7\"}")).find(SOMEBODY));
        assertEquals(Optional.empty(), client(MunicipalClientTest::notKnown).find(SOMEBODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\": null}", "{\"id\": \" \"}", "[]", ""})
    void foundWithoutAnIdIsNoAnswer(String body) {
        assertThrows(MunicipalityUnreachable.class, () -> client(() -> found(body)).find(SOMEBODY));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503, 302})
    void whatIsNeitherYesNorNoIsAnOutage(int status) {
        assertThrows(MunicipalityUnreachable.class, () -> client(() -> Response.status(status).build()).dossier("7", null));
    }

    static Stream<RuntimeException> broken() {
        return Stream.of(new ProcessingException("connection refused"), new HttpClosedException("Connection was closed"),
                new StreamResetException(0), new IllegalStateException("Client is closed"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenLineIsAnOutage(RuntimeException broken) {
        MunicipalityUnreachable away = assertThrows(MunicipalityUnreachable.class, () -> client(() -> {
            throw broken;
        }).municipality(null));
        assertEquals("no answer", away.getMessage());
    }

    @Test
    void unchangedAndAbsentAreAnswers() {
        assertEquals(new Reply.Unchanged(), client(() -> Response.status(304).build()).dossier("7", "tag"));
        assertEquals(new Reply.Absent(), client(MunicipalClientTest::notKnown).dossier("7", "tag"));
        assertEquals(new Reply.Found("{}", "\"new\""), client(() -> found("{}")).dossier("7", "tag"));
    }

    @Test
    void aGatewayThatFindsNothingSaysNothingAboutAPerson() {
        assertThrows(MunicipalityUnreachable.class,
                () -> client(() -> Response.status(404).type("text/html").build()).dossier("7", "tag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'id': 'x'", "'id': 7", "'id': [1]", "'tijdstip': 'gisteren'", "'tijdstip': 1e1000000000", "'tijdstip': 1e30",
            "'tijdstip': '2026-02-30T10:00:00Z'", "'code': 7", "'inburgeraarId': 7", "'inburgeraarId': 'a\\u0000'", "'onderwerp': 'Pip'",
            "'onderwerp': {'soort': 'Pip', 'id': 'p\\u0000'}", "'onderwerp': {'versie': 'x'}"})
    void whatCannotBeReadOfOneEventIsNotThereAndTheRestIs(String odd) {
        String whole = "{'volgnummer': 2, 'id': '1f6d0a9b-52c7-4e38-8b10-6e9d3c7a4f21', 'code': 'OK203', 'tijdstip': '2026-11-20T09:12:00Z',"
                + " 'inburgeraarId': 'liam', 'onderwerp': {'soort': 'Pip', 'id': 'p7', 'versie': 2}}";
        String body = "{'reeks': '7b0d5c1e-3f92-4a68-9d04-c5e8b1a72f63', 'eerste': 1, 'laatste': 2,"
                + " 'gebeurtenissen': [{'volgnummer': 1, " + odd + "}, " + whole + "]}";

        Events read = client(() -> found(body.replace('\'', '"'))).events(0, 500);

        assertEquals(List.of(new Events.Event(1L, null, null, null, null, null),
                new Events.Event(2L, UUID.fromString("1f6d0a9b-52c7-4e38-8b10-6e9d3c7a4f21"), "OK203",
                        Instant.parse("2026-11-20T09:12:00Z"), "liam", new Events.Subject("Pip", "p7", 2))), read.events());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'volgnummer': 'x'", "'volgnummer': null", "'volgnummer': 1e30", "'volgnummer': -4"})
    void withoutItsNumberAnEventHasNoPlaceAndStopsNoOthers(String number) {
        assertEquals(List.of(2L), numbersOf("{" + number + "}, {'volgnummer': 2}"));
        assertThrows(MunicipalityUnreachable.class, () -> numbersOf("{" + number + "}"), "where none has a place");
    }

    private static List<Long> numbersOf(String events) {
        String body = "{'reeks': '7b0d5c1e-3f92-4a68-9d04-c5e8b1a72f63', 'eerste': 1, 'laatste': 2, 'gebeurtenissen': [" + events + "]}";
        FeedProgress nothing = new FeedProgress(UUID.fromString("7b0d5c1e-3f92-4a68-9d04-c5e8b1a72f63"), 0, List.of());
        return nothing.after(0, client(() -> found(body.replace('\'', '"'))).events(0, 500), Instant.EPOCH, Duration.ZERO)
                .happened().stream().map(Events.Event::number).toList();
    }

    @Test
    void whatIsAboutSomebodyElseIsNoAnswer() {
        assertThrows(MunicipalityUnreachable.class, () -> client(() -> found("{\"id\": \"selam\"}")).dossier("liam", null));
        assertThrows(MunicipalityUnreachable.class, () -> client(() -> found("{\"medewerkerId\": \"M-2\"}")).caseload("M-1", null));
        assertEquals(new Reply.Found("{\"id\": \"liam\"}", "\"new\""), client(() -> found("{\"id\": \"liam\"}")).dossier("liam", null));
        assertEquals(new Reply.Found("{}", "\"new\""), client(() -> found("{}")).caseload("M-1", null), "it does not say whose");
    }

    private static Response notKnown() {
        return Response.status(404).type("application/problem+json").build();
    }

    private static Response found(String body) {
        return Response.ok(body).header("ETag", "\"new\"").build();
    }

    private static MunicipalClient client(Supplier<Response> answer) {
        MunicipalApi always = (MunicipalApi) Proxy.newProxyInstance(MunicipalApi.class.getClassLoader(),
                new Class<?>[] {MunicipalApi.class}, (api, call, arguments) -> answer.get());
        return new MunicipalClient(StandIn.lines(always, null), new Contract());
    }
}
