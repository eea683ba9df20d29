package nl.opkoers.watch;

import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import nl.opkoers.scope.Traced;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is traced, where it goes and what of it is told. Nothing of this is made while tracing is off ({@link TracingSwitch}).
 *
 * <p>Spans wait in memory for whoever collects them, so many and no more: one that is away, or slow, loses traces and nothing else.
 */
class Tracing {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration TOGETHER = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 4096;
    /** OTLP 1.x over HTTP: what follows on the address of a collector. */
    private static final String TRACES = "/v1/traces";

    @Produces
    @Singleton
    SpanProcessor spans(@ConfigProperty(name = "opkoers.tracing.url") Optional<String> collector) {
        if (collector.isEmpty()) {
            return SpanProcessor.composite();
        }
        OtlpHttpSpanExporter sent = OtlpHttpSpanExporter.builder().setEndpoint(address(collector.get())).setCompression("gzip")
                .setConnectTimeout(PATIENCE).setTimeout(PATIENCE).setRetryPolicy(null).build();
        return BatchSpanProcessor.builder(new AllowedSpans(sent)).setMaxQueueSize(MOST_WAITING).setScheduleDelay(TOGETHER)
                .setExporterTimeout(PATIENCE).build();
    }

    private static String address(String collector) {
        String base = collector.strip().replaceFirst("/+$", "");
        if (!base.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?") || URI.create(base).getHost() == null) {
            throw new IllegalStateException("opkoers.tracing.url (OPKOERS_TRACING_URL) is not an address such as http://collector:4318");
        }
        return base.endsWith(TRACES) ? base : base + TRACES;
    }

    @Produces
    @Singleton
    Sampler sampled(@ConfigProperty(name = "opkoers.tracing.ratio") double ratio) {
        return new Share(ratio);
    }

    @Produces
    @Singleton
    IdGenerator ids() {
        IdGenerator random = IdGenerator.random();
        return new IdGenerator() {
            @Override
            public String generateSpanId() {
                return random.generateSpanId();
            }

            @Override
            public String generateTraceId() {
                return Traced.given().orElseGet(random::generateTraceId);
            }
        };
    }

    /**
     * Nobody outside is told of a trace, no identity provider and no browser: only the municipal API is, by the portal itself
     * ({@link nl.opkoers.municipality.TraceContext}). And nobody's word is taken for one: whoever sent a {@code traceparent} could
     * choose what is traced, and take the id of somebody else's request, in the log and in the processing records too.
     */
    @Produces
    @Singleton
    TextMapPropagatorCustomizer nobodyTells() {
        return instead -> TextMapPropagator.noop();
    }
}
