package nl.opkoers.topology;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks a node over and over whether it is ready, as a balancer may that can. */
final class Readiness implements AutoCloseable {

    private static final int NOT_READY = 503;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI node;
    private final CompletableFuture<Void> asking;
    private volatile boolean ended;
    private volatile boolean notReadyYetAnswering;

    Readiness(String node) {
        this.node = URI.create(node);
        this.asking = CompletableFuture.runAsync(this::ask);
    }

    /** Whether it said that it is not ready while it still answered others. */
    boolean wentBeforeTheNode() {
        return notReadyYetAnswering;
    }

    private void ask() {
        while (!ended) {
            if (status("/q/health/ready") == NOT_READY && status("/q/health/live") > 0) {
                notReadyYetAnswering = true;
            }
            Traffic.pause();
        }
    }

    /** 0 when nothing answers. */
    private int status(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(node.resolve(path)).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException gone) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        ended = true;
        asking.join();
    }
}
