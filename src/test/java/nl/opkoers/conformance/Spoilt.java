package nl.opkoers.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands before a good municipality and gets one thing wrong. */
final class Spoilt implements AutoCloseable {

    private static final List<String> ASKED = List.of("Authorization", "Accept", "Content-Type", "If-None-Match", "Idempotency-Key");
    private static final List<String> OF_THE_CONNECTION = List.of("content-length", "transfer-encoding", "connection");

    /** What is asked. @param path with its query */
    record Asked(String method, String path, Map<String, String> headers, String body) {

        Asked withPath(String other) {
            return new Asked(method, other, headers, body);
        }

        Asked withBody(String other) {
            return new Asked(method, path, headers, other);
        }

        Asked withHeader(String name, String value) {
            Map<String, String> all = copy(headers);
            all.put(name, value);
            return new Asked(method, path, all, body);
        }
    }

    /** What is answered. */
    record Told(int status, Map<String, String> headers, String body) {

        Told without(String header) {
            Map<String, String> all = copy(headers);
            all.remove(header);
            return new Told(status, all, body);
        }

        Told with(String header, String value) {
            Map<String, String> all = copy(headers);
            all.put(header, value);
            return new Told(status, all, body);
        }

        Told withBody(String other) {
            return new Told(status, headers, other);
        }
    }

    /** The way to the good municipality. */
    interface Onward {
        Told ask(Asked asked) throws IOException;
    }

    /** What goes wrong. */
    interface Mischief {
        Told answer(Asked asked, Onward onward) throws IOException;
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpServer server;
    private final URI good;
    private final Mischief mischief;

    Spoilt(URI good, Mischief mischief) {
        this.good = good;
        this.mischief = mischief;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = copy(Map.of());
            ASKED.stream().filter(exchange.getRequestHeaders()::containsKey)
                    .forEach(name -> headers.put(name, exchange.getRequestHeaders().getFirst(name)));
            Told told = mischief.answer(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)), this::ask);
            told.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(told.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Told ask(Asked asked) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(good + asked.path())).method(asked.method(),
                asked.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(asked.body()));
        asked.headers().forEach(request::setHeader);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, String> headers = copy(Map.of());
            answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            OF_THE_CONNECTION.forEach(headers::remove);
            return new Told(answer.statusCode(), headers, answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Map<String, String> copy(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        return all;
    }
}
