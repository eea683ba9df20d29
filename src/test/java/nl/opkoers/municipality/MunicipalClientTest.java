package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
