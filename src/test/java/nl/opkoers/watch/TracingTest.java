package nl.opkoers.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Numbers;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.ReplicaResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.Dispatcher;
import nl.opkoers.municipality.TraceContext;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever looks for a fault sees of Selam's question: where it went and how long that took, and nothing of Selam. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@WithTestResource(Collector.class)
// For ReplicaTest: with the same world around both, the portal is built anew for the two of them once.
@WithTestResource(ReplicaResource.class)
class TracingTest {

    private static final String WORDS = "Mijn vader is ziek en ik kan niet komen";
    private static final String TYPED = "iets-wat-selam-zoekt";
    private static final String AGENT = "Telefoon van Selam";
    private static final String THEIRS = "0af7651916cd43dd8448eb211c80319c";
    private static final List<String> TABLES = List.of("conversation", "conversation_turn", "conversation_reader", "draft", "kept_form", "outbox");

    /** All that may ever be said, of whatever it is. */
    private static final Set<String> ALLOWED = Set.of("opkoers.municipality", "error.type", "http.request.method", "http.route",
            "http.response.status_code", "server.address", "server.port", "db.system", "db.operation", "db.sql.table", "db.statement");

    private final HttpClient http = HttpClient.newHttpClient();

    DemoWorld world;
    Collector collector;

    @Inject
    SpanProcessor sending;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Vertx vertx;

    @BeforeEach
    @AfterEach
    void begin() {
        world.municipality().faults().clear();
        TABLES.forEach(Rows::clear);
        flush();
        collector.forget();
    }

    /** As the municipal API is asked, and as anybody else is. */
    @Path("/v1/somewhere")
    interface Asked {
        @GET
        @ClientHeaderParam(name = "traceparent", value = "{nl.opkoers.municipality.TraceContext.header}")
        Response told();

        @GET
        @Path("else")
        Response untold();
    }

    @Test
    void aQuestionIsSeenFromItsPageToTheMunicipalityAndNothingOfWhoAsks() {
        Rows.clear("dossier_snapshot");
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        String ask = "/help/ask?topic=letter";
        Answer sent = selam.submit(selam.get(ask), "/help/ask", Map.of("language", "nl", "words", WORDS));
        assertEquals(303, sent.status());
        String conversation = sent.location().replaceFirst(".*/messages/", "").replaceFirst("\\?.*", "");
        assertEquals(200, selam.get("/messages/" + conversation).status());
        assertEquals(200, selam.get("/schools?school=" + TYPED).status());
        assertEquals(404, selam.get("/" + TYPED).status());
        Portal coach = Portal.signedIn("coach-a", Language.NL);
        String participant = Rows.of("select participant from conversation").get(0);
        assertEquals(200, coach.get("/coach/conversations/" + participant + "/" + conversation).status());

        one(SpanKind.SPAN_KIND_SERVER, "GET /coach/conversations/{participant}/{id}");
        one(SpanKind.SPAN_KIND_SERVER, "POST /help/ask");
        one(SpanKind.SPAN_KIND_CLIENT, "GET /v1/inburgeraars/{id}");
        Span page = one(SpanKind.SPAN_KIND_SERVER, "GET /messages/{id}");
        List<Span> spans = collector.spans();
        assertEquals(Map.of("http.request.method", "GET", "http.route", "/messages/{id}", "http.response.status_code", "200",
                "opkoers.municipality", "9901"), Collector.told(page));
        assertTrue(spans.stream().anyMatch(each -> each.getParentSpanId().equals(page.getSpanId()) && Collector.told(each)
                .getOrDefault("db.statement", "").startsWith("select")), "its statements");
        assertNothingOf(WORDS, "vader", TYPED, conversation, participant, "127.0.0.1", "Java-http-client", "Selam", "Marloes", "z-tigrinya",
                "M-1001", "csrf", "?topic", "%zz", "ui_locales", "code=");
        assertEquals(List.of(), selam.cookies().values().stream().filter(value -> value.length() > 8 && collector.everything().contains(value)).toList());
        assertTrue(Numbers.ofTheCast().in(collector.everything()).isEmpty());
        TreeSet<String> keys = spans.stream().flatMap(each -> Collector.told(each).keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
        keys.removeAll(ALLOWED);
        assertEquals(Set.of(), keys, "said of a span, and nobody said that it may be");
        assertEquals(Set.of("service.name", "service.version", "host.name", "telemetry.sdk.name", "telemetry.sdk.language",
                "telemetry.sdk.version"), collector.ofTheNode().collect(Collectors.toSet()));
    }

    @Test
    void whatIsDeliveredIsInTheTraceOfTheRequestInWhichItWasSent() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        selam.submit(selam.get("/help/ask?topic=letter"), "/help/ask", Map.of("language", "nl", "words", WORDS));
        Span asked = one(SpanKind.SPAN_KIND_SERVER, "POST /help/ask");
        assertEquals(List.of(Collector.trace(asked)), Rows.of("select distinct trace from outbox"), "as its row says");
        assertTrue(Rows.of("select trace from processing_record").contains(Collector.trace(asked)), "and what was written down of it");

        SpanContext job = inJob(dispatcher::deliverDue);

        Span call = one(SpanKind.SPAN_KIND_CLIENT, "POST /v1/inburgeraars/{participant}/hulpvragen");
        Span delivery = one(SpanKind.SPAN_KIND_INTERNAL, "delivery");
        Span round = one(SpanKind.SPAN_KIND_INTERNAL, "outbox");
        assertEquals(Collector.trace(asked), Collector.trace(delivery));
        assertEquals(delivery.getSpanId(), call.getParentSpanId());
        assertEquals(job.getTraceId(), Collector.trace(round), "the job is one of its own");
        assertEquals(Map.of("opkoers.municipality", "9901"), Collector.told(round));
    }

    @Test
    void nobodyOutsideChoosesWhatIsTracedOrUnderWhichId() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(Portal.base() + "/schools?school=" + TYPED))
                .header("traceparent", "00-" + THEIRS + "-b7ad6b7169203331-00").header("tracestate", "a=" + TYPED).header("baggage", "b=" + TYPED)
                .header("User-Agent", AGENT).header("X-Forwarded-For", "203.0.113.77").build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().map().keySet().stream().noneMatch(name -> name.startsWith("trace")), "and no browser is told");

        Span page = one(SpanKind.SPAN_KIND_SERVER, "GET /schools");
        assertNotEquals(THEIRS, Collector.trace(page));
        assertTrue(page.getParentSpanId().isEmpty() && page.getTraceState().isEmpty());
        assertNothingOf(TYPED, AGENT, "203.0.113.77", THEIRS);
    }

    @Test
    void theMunicipalityHearsOfTheTraceAndNobodyElseDoes() {
        Asked asked = QuarkusRestClientBuilder.newBuilder().baseUri(URI.create(collector.address())).build(Asked.class);
        SpanContext job = inJob(() -> {
            asked.told().close();
            asked.untold().close();
        });
        Span call = one(SpanKind.SPAN_KIND_CLIENT, "GET /v1/somewhere");

        assertEquals("00-" + job.getTraceId() + "-" + job.getSpanId() + "-01", collector.asked().get(0).getFirst("traceparent"));
        assertEquals(1, collector.asked().get(0).get("traceparent").size());
        assertEquals(job.getSpanId(), HexFormat.of().formatHex(call.getParentSpanId().toByteArray()));
        assertFalse(collector.asked().get(1).keySet().stream().anyMatch(name -> name.toLowerCase().startsWith("trace")
                || name.equalsIgnoreCase("baggage")), () -> collector.asked().get(1).toString());
        assertEquals(2, collector.asked().size());
        assertTrue(TraceContext.header().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"), "and outside of any trace it has one all the same");
    }

    @Test
    void aCallThatFailsSaysThatItDidAndNotWhy() {
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        Rows.clear("agenda_snapshot");
        Portal.signedIn("z-tigrinya", Language.NL).get("/agenda");
        Span call = one(SpanKind.SPAN_KIND_CLIENT, "GET /v1/inburgeraars/{id}/agenda");
        assertEquals("500", Collector.told(call).get("http.response.status_code"));
        assertEquals(io.opentelemetry.proto.trace.v1.Status.StatusCode.STATUS_CODE_ERROR, call.getStatus().getCode());
        assertEquals("", call.getStatus().getMessage());
        assertFalse(collector.everything().contains("exception.message") || collector.everything().contains("stacktrace"));
    }

    private void flush() {
        sending.forceFlush().join(10, TimeUnit.SECONDS);
    }

    /** The first of this name; a span may end a moment after its answer was there. */
    private Span one(SpanKind kind, String name) {
        for (int tries = 0; tries < 100; tries++) {
            flush();
            Optional<Span> found = collector.spans().stream().filter(each -> each.getKind() == kind && each.getName().equals(name)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError(name + " is not among "
                + collector.spans().stream().map(Span::getName).collect(Collectors.toCollection(TreeSet::new)));
    }

    private void assertNothingOf(String... words) {
        assertFalse(collector.spans().isEmpty());
        String all = collector.everything();
        assertEquals(List.of(), Stream.of(words).filter(all::contains).toList());
    }

    /** As a scheduler does work: in a context of Vert.x of its own, on a thread that may wait. */
    private SpanContext inJob(Runnable work) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own.executeBlocking(() -> {
            io.opentelemetry.api.trace.Span job = GlobalOpenTelemetry.getTracer("test").spanBuilder("job").startSpan();
            try (io.opentelemetry.context.Scope open = job.makeCurrent()) {
                work.run();
            } finally {
                job.end();
            }
            return job.getSpanContext();
        }).toCompletionStage().toCompletableFuture().join();
    }
}
