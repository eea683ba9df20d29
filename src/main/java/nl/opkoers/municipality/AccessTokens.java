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

    /** @param pattern all that is the same for every municipality */
    AccessTokens(OidcClients clients, OidcClientConfig pattern, String municipality, Issuer issuer) {
        this.clients = clients;
        this.config = new OidcClientConfigBuilder(pattern).id("municipality-" + municipality).clientEnabled(true)
                .authServerUrl(issuer.address().toString()).clientId(issuer.clientId()).credentials(issuer.clientSecret()).build();
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        request.suspend();
        client().chain(tokens::getTokens).ifNoItem().after(PATIENCE).fail().map(Tokens::getAccessToken).subscribe().with(token -> {
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, BEARER + token);
            request.resume();
        // Without the cause, which the caller would be given in its place: there are many.
        }, away -> request.resume(new ProcessingException("no access token: " + away.getClass().getSimpleName())));
    }

    private Uni<OidcClient> client() {
        OidcClient known = client.get();
        return known != null ? Uni.createFrom().item(known) : clients.newClient(config).map(made -> {
            if (client.compareAndSet(null, made)) {
                return made;
            }
            close(made);
            return client.get();
        });
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
