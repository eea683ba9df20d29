package nl.opkoers.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks somebody whether they are there, without waiting long and without wanting anything. */
@ApplicationScoped
class Knocking {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int BROKEN = 500;
    /** OpenID Connect Discovery 1.0, section 4: what every issuer tells to everybody. */
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    /** RFC 5321, section 4.2: the server speaks first, and this is how it begins when it is ready. */
    private static final String READY = "220";

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Whether an issuer answers, whatever it says, as long as it does not say that it is broken. Known within two seconds. */
    CompletableFuture<Boolean> issuer(String address) {
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(HttpRequest.newBuilder(
                URI.create(address.replaceFirst("/$", "") + DISCOVERY)).build(), HttpResponse.BodyHandlers.discarding());
        // The time of a request itself ends with the headers of its answer, of which the rest may never come.
        return answer.copy().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).handle((response, away) -> {
            answer.cancel(true);
            return away == null && response.statusCode() < BROKEN;
        });
    }

    /** Whether a mail server greets. */
    boolean mail(InetSocketAddress server) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHostString(), server.getPort()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String greeting = new String(socket.getInputStream().readNBytes(READY.length()), StandardCharsets.US_ASCII);
            socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            return READY.equals(greeting);
        } catch (IOException away) {
            return false;
        }
    }
}
