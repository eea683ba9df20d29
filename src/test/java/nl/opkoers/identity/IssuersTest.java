package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.opkoers.served.Waterstad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether an issuer is there, when two people ask at once. */
class IssuersTest {

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private final AtomicInteger times = new AtomicInteger();
    private volatile CountDownLatch asked = new CountDownLatch(1);
    private volatile CountDownLatch answered = new CountDownLatch(1);
    private volatile int status = 200;
    private HttpServer server;
    private Issuers issuers;

    @BeforeEach
    void answersWhenItIsLetTo() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> {
            times.incrementAndGet();
            asked.countDown();
            await(answered);
            byte[] said = "{\"issuer\": \"i\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
        issuers = new Issuers(Waterstad.served(Map.of("issuer.url", "http://localhost:" + server.getAddress().getPort())));
    }

    @AfterEach
    void close() {
        server.stop(0);
        people.shutdownNow();
    }

    @Test
    void whoComesWhileANodeAsksForTheFirstTimeHearsWhatComesOfIt() throws Exception {
        Future<Boolean> first = people.submit(this::isReached);
        await(asked);
        Future<Boolean> second = people.submit(this::isReached);
        // Long enough to be told otherwise.
        TimeUnit.MILLISECONDS.sleep(200);
        answered.countDown();

        assertTrue(first.get());
        assertTrue(second.get());
        assertEquals(1, times.get());
    }

    @Test
    void nobodyWaitsWhileOneThatWasAwayIsTriedAgain() throws Exception {
        status = 503;
        answered.countDown();
        assertFalse(isReached());
        status = 200;
        asked = new CountDownLatch(1);
        answered = new CountDownLatch(1);

        Future<Boolean> first = people.submit(this::isReached);
        await(asked);
        assertFalse(isReached());
        answered.countDown();
        assertTrue(first.get());
    }

    private boolean isReached() {
        return issuers.reached(Entrance.PARTICIPANTS);
    }

    private static void await(CountDownLatch moment) {
        try {
            moment.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
