package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.opkoers.served.Issuer;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.junit.jupiter.api.Test;

/** The staff's issuer takes a question and is never heard of again; the next one it answers. */
class AccessTokensTest {

    private static final Issuer ISSUER = new Issuer(URI.create("http://localhost:3"), "portal", "s", List.of());

    private final AtomicInteger asked = new AtomicInteger();
    private final OidcClient forgetful = fake(OidcClient.class, (proxy, method, given) -> asked.getAndIncrement() == 0
            ? Uni.createFrom().nothing() : Uni.createFrom().item(new Tokens("token", Long.MAX_VALUE, null, null, null, null, null)));
    private final AccessTokens tokens = new AccessTokens(
            fake(OidcClients.class, (proxy, method, given) -> Uni.createFrom().item(forgetful)),
            OidcClientConfig.builder().id("pattern").authServerUrl("http://localhost:1").build(), "9901", ISSUER, Duration.ofMillis(50));

    @Test
    void aQuestionThatIsNeverAnsweredKeepsNobodyFromAskingAgain() throws InterruptedException {
        assertEquals("no access token: TimeoutException", ask());
        assertEquals("Bearer token", ask());
    }

    /** What the call is sent with, or why it is not sent. */
    private String ask() throws InterruptedException {
        BlockingQueue<String> came = new ArrayBlockingQueue<>(1);
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        tokens.filter(fake(ResteasyReactiveClientRequestContext.class, (proxy, method, given) -> switch (method.getName()) {
            case "suspend" -> null;
            case "getHeaders" -> headers;
            case "resume" -> {
                came.add(given == null ? (String) headers.getFirst("Authorization") : ((Throwable) given[0]).getMessage());
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        }));
        return came.poll(10, TimeUnit.SECONDS);
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
