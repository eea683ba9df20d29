package nl.opkoers.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What goes wrong in a browser without anybody seeing it on the page. */
final class Noise {

    private static final Set<String> OURS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> heard = new ArrayList<>();
    private final Set<Integer> expectedStatuses = new HashSet<>();
    private final List<String> expectedErrors = new ArrayList<>();
    private boolean offline;
    private boolean everOffline;

    void listenTo(BrowserContext context) {
        context.onConsoleMessage(this::console);
        context.onWebError(error -> heard("error in a script: " + error.error()));
        context.onRequest(this::request);
        context.onRequestFailed(this::failed);
        context.onResponse(this::response);
    }

    void expect(int status) {
        expectedStatuses.add(status);
    }

    void expect(String consoleError) {
        expectedErrors.add(consoleError);
    }

    void offline(boolean now) {
        offline = now;
        everOffline |= now;
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    /** Breaches of the content security policy are told here too. A failed request is told once, by its own event. */
    private void console(ConsoleMessage message) {
        boolean request = message.text().startsWith("Failed to load resource");
        if (message.type().equals("error") && !request) {
            heard("in the console: " + message.text());
        }
    }

    /** Pages may lead elsewhere, but never fetch from there: that tells others who reads what. */
    private void request(Request request) {
        URI address = URI.create(request.url().split("[?#]")[0]);
        boolean network = address.getScheme().startsWith("http");
        if (network && !request.isNavigationRequest() && !OURS.contains(address.getHost())) {
            heard("fetched from others: " + request.url());
        }
    }

    /** A request that the browser itself gives up, such as for a download, has not failed. */
    private void failed(Request request) {
        boolean givenUp = "net::ERR_ABORTED".equals(request.failure());
        if (!offline && !givenUp && !forWantOfNetwork(request)) {
            heard("failed: %s %s %s".formatted(request.method(), request.url(), request.failure()));
        }
    }

    /** Only a test takes the network away; that a request failed of it may be told when the network is back already. */
    private boolean forWantOfNetwork(Request request) {
        return everOffline && "net::ERR_INTERNET_DISCONNECTED".equals(request.failure());
    }

    private void response(Response response) {
        if (response.status() >= 400 && !expectedStatuses.contains(response.status())) {
            heard("answered %d: %s %s".formatted(
                    response.status(), response.request().method(), response.url()));
        }
    }

    private void heard(String fault) {
        if (expectedErrors.stream().noneMatch(fault::contains)) {
            heard.add(fault);
        }
    }
}
