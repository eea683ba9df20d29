package nl.opkoers.watch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Takes what is sent as a collector of traces does, by OTLP over HTTP; what else it is asked it answers with nothing, and keeps how it
 * was asked.
 */
public class Collector implements QuarkusTestResourceLifecycleManager {

    private static final String TRACES = "/v1/traces";

    private final List<ExportTraceServiceRequest> taken = new CopyOnWriteArrayList<>();
    private final List<Headers> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.createContext("/", this::take);
        server.start();
        return Map.of("opkoers.tracing.url", address(), "opkoers.tracing.ratio", "1");
    }

    /** All by which a portal can be told of it, but for its own setting. */
    public Map<String, String> otherSettings() {
        return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.exporter.otlp.endpoint", address(),
                "quarkus.otel.exporter.otlp.traces.endpoint", address(), "otel.exporter.otlp.endpoint", address(),
                "quarkus.otel.bsp.schedule.delay", "PT0.1S", "opkoers.tracing.ratio", "1");
    }

    /** Whether nobody sent or asked for anything. */
    public boolean heardNothing() {
        return taken.isEmpty() && asked.isEmpty();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange; InputStream body = exchange.getRequestBody()) {
            if (exchange.getRequestURI().getPath().equals(TRACES)) {
                boolean small = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
                taken.add(ExportTraceServiceRequest.parseFrom(small ? new GZIPInputStream(body) : body));
                exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
            } else {
                asked.add(exchange.getRequestHeaders());
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All that came, as it is written down in full: what is in none of these words was not sent. */
    String everything() {
        return taken.toString();
    }

    List<Span> spans() {
        return taken.stream().flatMap(each -> each.getResourceSpansList().stream())
                .flatMap(each -> each.getScopeSpansList().stream()).flatMap(each -> each.getSpansList().stream()).toList();
    }

    /** The keys of all that is said of the node that sends. */
    Stream<String> ofTheNode() {
        return taken.stream().flatMap(each -> each.getResourceSpansList().stream())
                .flatMap(each -> each.getResource().getAttributesList().stream()).map(KeyValue::getKey).distinct();
    }

    /** With which headers it was asked for something else. */
    List<Headers> asked() {
        return asked;
    }

    void forget() {
        taken.clear();
        asked.clear();
    }

    static String trace(Span span) {
        return HexFormat.of().formatHex(span.getTraceId().toByteArray());
    }

    /** What is said of a span, by its key. */
    static Map<String, String> told(Span span) {
        Map<String, String> told = new HashMap<>();
        span.getAttributesList().forEach(each -> told.put(each.getKey(), each.getValue().hasStringValue() ? each.getValue().getStringValue()
                : String.valueOf(each.getValue().getIntValue())));
        return told;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Collector.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
