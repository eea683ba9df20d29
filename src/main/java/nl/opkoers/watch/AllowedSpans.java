package nl.opkoers.watch;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The only way out for spans: each leaves as an {@link AllowedSpan}. A collector that takes nothing is told of once, until it takes
 * something again.
 */
final class AllowedSpans implements SpanExporter {

    private static final Logger LOG = Logger.getLogger(AllowedSpans.class);

    private final SpanExporter sent;
    private final AtomicBoolean away = new AtomicBoolean();

    AllowedSpans(SpanExporter sent) {
        this.sent = sent;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = sent.export(spans.stream().<SpanData>map(AllowedSpan::new).toList());
        return result.whenComplete(() -> {
            if (!result.isSuccess() && away.compareAndSet(false, true)) {
                LOG.warn("Traces are lost: what collects them takes none. It is not said again until it does");
            } else if (result.isSuccess() && away.compareAndSet(true, false)) {
                LOG.info("Traces are collected again");
            }
        });
    }

    @Override
    public CompletableResultCode flush() {
        return sent.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return sent.shutdown();
    }
}
