package nl.opkoers.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.opkoers.language.Language;

/** A few small pages on a server of their own, to try the checks on: good ones, which a test can spoil. */
final class SampleSite implements AutoCloseable {

    /** Here the line goes dead before an answer comes. */
    static final String BROKEN = "/broken";

    private static final String STYLE = """
            body { font: 1rem/1.6 "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", sans-serif; margin: 1rem }
            nav { display: flex; flex-wrap: wrap } nav a { min-block-size: 44px; min-inline-size: 44px; padding: 8px }
            button, select, textarea { min-block-size: 44px; min-inline-size: 44px; font: inherit }
            label { display: block } time, bdi { white-space: nowrap }
            a[target], a[href^="tel:"] { display: inline-block; padding: 12px }
            """;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final HttpServer server;

    SampleSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
        server.createContext("/", this::answer);
        server.start();
        put("/page/frame.css", STYLE);
        put("/page/frame.js", "document.documentElement.classList.add('script');");
        put("/page/town.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='60'><circle r='30'/></svg>");
        for (Language language : new Language[] {Language.NL, Language.AR, Language.TI}) {
            put("/language/" + language.tag(), good(language));
        }
    }

    /** The address of a page of this site, after it has been put there. */
    String put(String path, String content) {
        pages.put(path, content);
        return address(path);
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    static String good(Language language) {
        String file = "/nl/opkoers/page/good-" + language.tag() + ".html";
        try (InputStream sample = SampleSite.class.getResourceAsStream(file)) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(BROKEN)) {
            exchange.close();
            return;
        }
        String type = path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript"
                : path.endsWith(".svg") ? "image/svg+xml" : "text/html";
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("Strict-Transport-Security", "max-age=31536000");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean known = pages.containsKey(path);
        byte[] body = pages.getOrDefault(path, good(Language.NL)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
