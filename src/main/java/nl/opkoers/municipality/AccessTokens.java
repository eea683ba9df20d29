package nl.opkoers.municipality;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.opkoers.served.Issuer;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/**
 * The access tokens of the portal at one municipality, of the issuer of its staff (OAuth 2.0, client credentials): one until it has
 * expired. An issuer that is away, however it or what stands before it says so, is a municipality that cannot be asked, and is asked
 * again by the next call.
 */
final class AccessTokens implements ResteasyReactiveClientRequestFilter, Closeable {

    private static final String BEARER = "Bearer ";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final OidcClients clients;
    private final OidcClientConfig config;
    private final TokensHelper tokens = new TokensHelper();
    private final AtomicReference<OidcClient> client = new AtomicReference<>();
    private final Duration patience;

    /** @param pattern all that is the same for every municipality */
    AccessTokens(OidcClients clients, OidcClientConfig pattern, String municipality, Issuer issuer) {
        this(clients, pattern, municipality, issuer, PATIENCE);
    }

    AccessTokens(OidcClients clients, OidcClientConfig pattern, String municipality, Issuer issuer, Duration patience) {
        this.clients = clients;
        this.patience = patience;
        this.config = new OidcClientConfigBuilder(pattern).id("municipality-" + municipality).clientEnabled(true)
                .authServerUrl(issuer.address().toString()).clientId(issuer.clientId()).credentials(issuer.clientSecret()).build();
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        request.suspend();
        client().chain(known -> tokens.getTokens(new Impatient(known, patience))).map(Tokens::getAccessToken).subscribe().with(token -> {
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, BEARER + token);
            request.resume();
        // Without the cause, which the caller would be given in its place: there are many.
        }, away -> request.resume(new ProcessingException("no access token: " + away.getClass().getSimpleName())));
    }

    private Uni<OidcClient> client() {
        OidcClient known = client.get();
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return clients.newClient(config).ifNoItem().after(patience).fail().map(made -> {
            if (client.compareAndSet(null, made)) {
                return made;
            }
            close(made);
            return client.get();
        });
    }

    /**
     * What does not answer has failed. All who want a token wait for the same answer, and only when that is over is one asked for
     * anew: an issuer that took the question and was never heard of again must not keep everybody waiting.
     */
    private record Impatient(OidcClient client, Duration patience) implements OidcClient {

        @Override
        public Uni<Tokens> getTokens(Map<String, String> more) {
            return client.getTokens(more).ifNoItem().after(patience).fail();
        }

        @Override
        public Uni<Tokens> refreshTokens(String token, Map<String, String> more) {
            return client.refreshTokens(token, more).ifNoItem().after(patience).fail();
        }

        @Override
        public Uni<Boolean> revokeAccessToken(String token, Map<String, String> more) {
            return client.revokeAccessToken(token, more);
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }

    @Override
    public void close() {
        OidcClient known = client.getAndSet(null);
        if (known != null) {
            close(known);
        }
    }

    private static void close(OidcClient unused) {
        try {
            unused.close();
        } catch (IOException stuck) {
            throw new IllegalStateException(stuck);
        }
    }
}
