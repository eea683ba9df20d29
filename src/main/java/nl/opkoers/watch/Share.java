package nl.opkoers.watch;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Which traces are sent: so large a share of them, by the id alone, so that what is delivered hours after a request is sent when that
 * request was. A trace begins with a request or a job: a call or a statement that belongs to neither is none.
 */
final class Share implements Sampler {

    private final Sampler ratio;

    /** @throws IllegalStateException when it is not between 0 and 1 */
    Share(double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalStateException("opkoers.tracing.ratio (OPKOERS_TRACING_RATIO) is not between 0 and 1");
        }
        this.ratio = Sampler.traceIdRatioBased(ratio);
    }

    @Override
    public SamplingResult shouldSample(Context parent, String trace, String name, SpanKind kind, Attributes attributes,
            List<LinkData> links) {
        SpanContext above = Span.fromContext(parent).getSpanContext();
        if (!above.isValid() && kind == SpanKind.CLIENT) {
            return SamplingResult.drop();
        }
        boolean sent = above.isValid() ? above.isSampled()
                : ratio.shouldSample(parent, trace, name, kind, attributes, links).getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
        // What is not sent is recorded all the same: Quarkus forgets which trace it is in after the first part of one that is not
        // (QuarkusContextStorage), and then its log lines would have none, and its other parts would be traces of their own.
        return sent ? SamplingResult.recordAndSample() : SamplingResult.recordOnly();
    }

    @Override
    public String getDescription() {
        return "Share{" + ratio.getDescription() + "}";
    }
}
