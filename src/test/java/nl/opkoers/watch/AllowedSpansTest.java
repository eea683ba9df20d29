package nl.opkoers.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a library puts into a span, what is not known to be harmless does not leave. */
class AllowedSpansTest {

    private static final String SELAM = "999990019 Selam";

    private final List<SpanData> left = new ArrayList<>();
    private final AtomicBoolean takes = new AtomicBoolean(true);
    private final SdkTracerProvider provider = made();

    @ParameterizedTest
    @EnumSource(SpanKind.class)
    void whatIsNotInTheListDoesNotLeaveAndWhatIsInItOnlyInItsShape(SpanKind kind) {
        SpanData span = sent("GET /plan?naam=" + SELAM, kind, Stream.of("url.full", "url.path", "url.query", "client.address",
                "user_agent.original", "http.request.header.cookie", "enduser.id", "code.function.name", "db.user", "db.query.text",
                "http.route", "http.request.method", "http.response.status_code", "opkoers.municipality", "error.type", "server.address",
                "db.system", "db.operation", "db.sql.table", "db.statement", "something.new"));

        assertEquals(Map.of(), keys(span));
        assertFalse(span.getName().contains("Selam"), span.getName());
        assertEquals("exception", span.getEvents().get(0).getName());
        assertEquals(1, span.getEvents().get(0).getAttributes().size(), "its type alone");
        assertEquals(1, span.getEvents().size());
        assertEquals("", span.getStatus().getDescription());
        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET /messages/{id}                                    | SERVER   | GET /messages/{id}",
        "GET /messages/0af76519-16cd-43dd-8448-eb211c80319c    | SERVER   | server",
        "GET /messages/{id: [0-9a-f]{8}(-[0-9a-f]{4}){3}}/live | SERVER   | GET /messages/{id}/live",
        "GET /schools?school=x                                 | SERVER   | server",
        "HENK /schools                                         | SERVER   | server",
        "POST                                                  | CLIENT   | POST",
        "GET /v1/inburgeraars/{id}/agenda                      | CLIENT   | GET /v1/inburgeraars/{id}/agenda",
        "GET https://elders.example/x                          | CLIENT   | client",
        "3_nl.opkoers.municipality.Dispatcher#tick             | INTERNAL | nl.opkoers.municipality.Dispatcher#tick",
        "outbox                                                | INTERNAL | outbox",
        "Selam vraagt iets                                     | INTERNAL | internal"})
    void aNameIsOneOfThePortalsOwn(String name, SpanKind kind, String shown) {
        assertEquals(shown, sent(name, kind, Stream.of()).getName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "select it.a from t1 it where it.b = ? limit ?   | true",
        "update t set a=(t1_0.a?) where b in (?)         | true",
        "select * from t where a = 'Selam'               | false",
        "select * from t where a = 42                    | false",
        "select * from t where a in (?, 42)              | false",
        "select * from t where a > -3.5                  | false",
        "select $$Selam$$                                | false"})
    void aStatementWithAValueInItIsNotTold(String statement, boolean told) {
        SpanBuilder span = provider.get("test").spanBuilder("SELECT portal.t").setSpanKind(SpanKind.CLIENT);
        span.setAttribute("db.statement", statement).setAttribute("db.operation", "SELECT").startSpan().end();
        assertEquals(told, keys(left.get(0)).containsKey("db.statement"));
        assertEquals("SELECT portal.t", left.get(0).getName());
    }

    @Test
    void aCollectorThatIsAwayIsToldOfOnceAndOnceMoreWhenItIsBack() {
        List<String> lines = new ArrayList<>();
        Logger log = Logger.getLogger(AllowedSpans.class.getName());
        Handler listener = listener(lines);
        log.addHandler(listener);
        try {
            takes.set(false);
            for (int i = 0; i < 50; i++) {
                sent("outbox", SpanKind.INTERNAL, Stream.of());
            }
            assertEquals(1, lines.size(), lines::toString);
            takes.set(true);
            sent("outbox", SpanKind.INTERNAL, Stream.of());
            sent("outbox", SpanKind.INTERNAL, Stream.of());
            assertEquals(2, lines.size(), lines::toString);
        } finally {
            log.removeHandler(listener);
        }
    }

    private SpanData sent(String name, SpanKind kind, Stream<String> keys) {
        SpanBuilder span = provider.get("test").spanBuilder(name).setSpanKind(kind);
        keys.forEach(key -> span.setAttribute(key, SELAM));
        span.startSpan().recordException(new IllegalStateException(SELAM)).addEvent(SELAM).setStatus(StatusCode.ERROR, SELAM).end();
        return left.get(left.size() - 1);
    }

    private static Map<String, Object> keys(SpanData span) {
        Map<String, Object> keys = new TreeMap<>();
        span.getAttributes().forEach((AttributeKey<?> key, Object value) -> keys.put(key.getKey(), value));
        return keys;
    }

    private SdkTracerProvider made() {
        return SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(new AllowedSpans(new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                left.addAll(spans);
                return takes.get() ? CompletableResultCode.ofSuccess() : CompletableResultCode.ofFailure();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        }))).build();
    }

    private static Handler listener(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {
                // Nothing waits.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
