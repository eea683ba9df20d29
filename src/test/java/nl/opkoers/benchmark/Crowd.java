package nl.opkoers.benchmark;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * Many who ask a portal on this machine, over connections that stay open. Every answer is looked at: its status, and whether it is
 * the page of who asked. All of it happens on one thread, so that it takes little of the machine from who is measured.
 */
final class Crowd implements AutoCloseable {

    private static final int TICK_MILLISECONDS = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final int connections;
    private final HttpClient client;

    /** @param connections how many there are at most, and in a closed loop how many ask at the same time */
    Crowd(int connections) {
        this.connections = connections;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(connections).setKeepAlive(true));
    }

    /** A closed loop: each asks again as soon as they are answered. What is told is how much that comes to. */
    Outcome closed(String base, Supplier<Asking> next, Duration time) {
        Outcome outcome = new Outcome();
        CompletableFuture<Outcome> ended = new CompletableFuture<>();
        vertx.runOnContext(go -> {
            long begin = System.nanoTime();
            int[] busy = {connections};
            Runnable leaves = () -> {
                if (--busy[0] == 0) {
                    ended.complete(outcome.lasted(Duration.ofNanos(System.nanoTime() - begin)));
                }
            };
            for (int number = 0; number < connections; number++) {
                askOn(URI.create(base), next, outcome, begin + time.toNanos(), leaves);
            }
        });
        return join(ended);
    }

    private void askOn(URI base, Supplier<Asking> next, Outcome outcome, long until, Runnable leaves) {
        long now = System.nanoTime();
        if (now >= until) {
            leaves.run();
        } else {
            ask(base, next.get(), outcome, now, () -> askOn(base, next, outcome, until, leaves));
        }
    }

    /**
     * An open loop: so many ask each second, whether the others are answered or not. How long somebody waits is counted from the
     * moment at which they were to ask, also when there was no connection for them yet: so a slow answer hides no others.
     */
    Outcome open(String base, Supplier<Asking> next, double perSecond, Duration time) {
        Outcome outcome = new Outcome();
        CompletableFuture<Outcome> ended = new CompletableFuture<>();
        long all = Math.round(perSecond * time.toMillis() / 1_000);
        vertx.runOnContext(go -> {
            long begin = System.nanoTime();
            long[] asked = {0};
            long[] answered = {0};
            vertx.setPeriodic(TICK_MILLISECONDS, tick -> {
                long due = begin + Math.round(asked[0] * 1e9 / perSecond);
                while (asked[0] < all && due <= System.nanoTime()) {
                    asked[0]++;
                    ask(URI.create(base), next.get(), outcome, due, () -> {
                        if (++answered[0] == all) {
                            ended.complete(outcome.lasted(Duration.ofNanos(System.nanoTime() - begin)));
                        }
                    });
                    due = begin + Math.round(asked[0] * 1e9 / perSecond);
                }
                if (asked[0] == all) {
                    vertx.cancelTimer(tick);
                }
            });
        });
        return join(ended);
    }

    private void ask(URI base, Asking asking, Outcome outcome, long due, Runnable then) {
        RequestOptions options = new RequestOptions().setServer(SocketAddress.inetSocketAddress(base.getPort(), "127.0.0.1"))
                .setHost(base.getHost()).setPort(base.getPort()).setURI(asking.path())
                .setMethod(asking.form() == null ? HttpMethod.GET : HttpMethod.POST)
                .putHeader(HttpHeaderNames.ACCEPT_ENCODING, "gzip").putHeader(HttpHeaderNames.ACCEPT_LANGUAGE, asking.language());
        if (asking.cookie() != null) {
            options.putHeader(HttpHeaderNames.COOKIE, asking.cookie());
        }
        client.request(options).compose(request -> send(request, asking)).compose(answer -> answer.body().map(body -> wrong(asking, answer, body)))
                .onComplete(done -> {
                    outcome.add(asking.what(), System.nanoTime() - due, done.succeeded() ? done.result() : done.cause().toString());
                    then.run();
                });
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Asking asking) {
        return asking.form() == null ? request.send()
                : request.putHeader(HttpHeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded").send(asking.form());
    }

    /** What is wrong with an answer; {@code null} when nothing is. */
    private static String wrong(Asking asking, HttpClientResponse answer, Buffer body) {
        if (answer.statusCode() != asking.status()) {
            return asking.what() + " " + answer.statusCode() + " " + answer.getHeader(HttpHeaderNames.LOCATION);
        }
        return asking.mark() == null || page(answer, body).contains(asking.mark()) ? null : asking.what() + " is not theirs";
    }

    /** A page as bytes that can be looked through: what is looked for has no letters beyond ASCII. */
    private static String page(HttpClientResponse answer, Buffer body) {
        if (!"gzip".equals(answer.getHeader(HttpHeaderNames.CONTENT_ENCODING))) {
            return "not compressed";
        }
        try (GZIPInputStream compressed = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()), 1 << 13)) {
            return new String(compressed.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException cutOff) {
            return "cut off";
        }
    }

    private static Outcome join(CompletableFuture<Outcome> ended) {
        return ended.orTimeout(PATIENCE.toMinutes(), TimeUnit.MINUTES).join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
