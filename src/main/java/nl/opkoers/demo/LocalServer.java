package nl.opkoers.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jboss.logging.Logger;

/**
 * The JDK's HTTP server in front of the library's request handling, on this machine only.
 *
 * <p>The library's own servers do not fit: one needs a later Netty than Quarkus has, the other keeps every request in
 * memory.
 */
final class LocalServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LocalServer.class);
    /** Beyond this, a form is not from a browser. */
    private static final int LONGEST_BODY = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final UnaryOperator<HttpUrl> address;
    private final Handler handler;

    /** Answers one request. */
    interface Handler {
        OAuth2HttpResponse answer(OAuth2HttpRequest request);
    }

    /**
     * @param port on 127.0.0.1; 0 takes a free one
     * @param host the name by which this server knows itself, whatever the caller calls it
     * @throws IOException if the port is taken
     */
    LocalServer(int port, String host, Handler handler) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        this.handler = handler;
        HttpUrl base = new HttpUrl.Builder().scheme("http").host(host).port(port()).build();
        this.address = path -> base.newBuilder().encodedPath(path.encodedPath()).encodedQuery(path.encodedQuery())
                .build();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            OAuth2HttpResponse answer = answer(request(exchange));
            answer.getHeaders().forEach(header ->
                    exchange.getResponseHeaders().add(header.getFirst(), header.getSecond()));
            byte[] body = answer.getBody() == null ? new byte[0] : answer.getBody().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.getStatus(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** A fault of ours is an answer too, and leaves a trace without what was sent. */
    private OAuth2HttpResponse answer(OAuth2HttpRequest request) {
        try {
            return handler.answer(request);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The demo's sign-in failed at %s", request.getUrl().encodedPath());
            return new OAuth2HttpResponse(Headers.of(), 500, "", null);
        }
    }

    /** The library writes its issuer as the Host header says: that header is replaced, and forwarding ones are left out. */
    private OAuth2HttpRequest request(HttpExchange exchange) throws IOException {
        HttpUrl url = address.apply(HttpUrl.get("http://localhost" + exchange.getRequestURI()));
        Headers.Builder headers = new Headers.Builder();
        exchange.getRequestHeaders().forEach((name, values) -> values.forEach(value ->
                headers.addUnsafeNonAscii(name, value)));
        headers.set("host", url.host() + ":" + url.port());
        headers.removeAll("x-forwarded-proto").removeAll("x-forwarded-port");
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        return new OAuth2HttpRequest(headers.build(), exchange.getRequestMethod(), url,
                new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
