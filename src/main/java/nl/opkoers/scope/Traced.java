package nl.opkoers.scope;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is done is shown as a span of its own, when traces are collected; when they are not, it is done and that is all. Its name says
 * which work it is, and never for whom.
 */
public final class Traced {

    private static final String PORTAL = "op-koers";
    private static final String MUNICIPALITY = "opkoers.municipality";
    private static final ThreadLocal<String> GIVEN = new ThreadLocal<>();

    private Traced() {
    }

    /** The trace in which this is done, when traces are collected. */
    public static Optional<String> now() {
        SpanContext now = Span.current().getSpanContext();
        return now.isValid() ? Optional.of(now.getTraceId()) : Optional.empty();
    }

    /** The span in which this is done, if that is in this trace. */
    public static Optional<String> spanIn(String trace) {
        SpanContext now = Span.current().getSpanContext();
        return now.isValid() && now.getTraceId().equals(trace) ? Optional.of(now.getSpanId()) : Optional.empty();
    }

    /** The trace that begins here has this id; empty for any. */
    public static Optional<String> given() {
        return Optional.ofNullable(GIVEN.get());
    }

    /** Says of the span that this is part of for which municipality it is. */
    public static void forMunicipality(String code) {
        Span.current().setAttribute(MUNICIPALITY, code);
    }

    /**
     * Does work for one municipality that goes on beside other work of the same job.
     *
     * @param name of the work
     * @param code of the municipality
     */
    public static <T> T apart(String name, String code, Supplier<T> work) {
        if (now().isEmpty()) {
            return work.get();
        }
        SpanBuilder span = GlobalOpenTelemetry.getTracer(PORTAL).spanBuilder(name).setAttribute(MUNICIPALITY, code)
                .setParent(Context.current());
        return byItself(() -> within(span.startSpan(), work));
    }

    /** As {@link #apart(String, String, Supplier)}. */
    public static void apart(String name, String code, Runnable work) {
        apart(name, code, () -> {
            work.run();
            return null;
        });
    }

    /**
     * Does work in the trace of an earlier request, for which it is done.
     *
     * @param trace the id of that; {@code null} when it is not known
     */
    public static <T> T in(String trace, String name, Supplier<T> work) {
        if (trace == null || now().isEmpty()) {
            return work.get();
        }
        SpanBuilder span = GlobalOpenTelemetry.getTracer(PORTAL).spanBuilder(name).setNoParent();
        GIVEN.set(trace);
        Span begun;
        try {
            begun = span.startSpan();
        } finally {
            GIVEN.remove();
        }
        return within(begun, work);
    }

    private static <T> T within(Span span, Supplier<T> work) {
        try (io.opentelemetry.context.Scope open = span.makeCurrent()) {
            return work.get();
        } finally {
            span.end();
        }
    }

    /**
     * What a job lets other threads do shares the context of Vert.x with it, and there the span that is open: one would be taken for
     * a part of the other. So each gets a copy.
     */
    private static <T> T byItself(Supplier<T> work) {
        if (!(Vertx.currentContext() instanceof ContextInternal shared) || !VertxContext.isDuplicatedContext(shared)) {
            return work.get();
        }
        ContextInternal own = (ContextInternal) VertxContext.createNewDuplicatedContext(shared);
        own.localContextData().putAll(shared.localContextData());
        ContextInternal before = own.beginDispatch();
        try {
            return work.get();
        } finally {
            own.endDispatch(before);
        }
    }
}
