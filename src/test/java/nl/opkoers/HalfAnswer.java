package nl.opkoers;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/** A server that begins to answer whatever it is asked, and stops. */
public final class HalfAnswer implements AutoCloseable {

    private static final int PROMISED = 10;

    private final HttpServer server;

    public HalfAnswer() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> exchange.sendResponseHeaders(200, PROMISED));
        server.start();
    }

    /** Where it begins to answer, without a slash at the end. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
