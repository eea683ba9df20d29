package nl.opkoers.identity;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Keeps no token. An ID token holds the BSN; kept in a cookie it would travel with every request, and as the hint at
 * sign-out it would stand in an address. The portal needs it for the one request of the callback, and there it is in
 * memory.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class ForgetTokens implements TokenStateManager {

    static final String NOTHING = "-";

    @Override
    public Uni<String> createTokenState(RoutingContext context, OidcTenantConfig config, AuthorizationCodeTokens tokens,
            OidcRequestContext<String> requestContext) {
        return Uni.createFrom().item(NOTHING);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(RoutingContext context, OidcTenantConfig config, String tokenState,
            OidcRequestContext<AuthorizationCodeTokens> requestContext) {
        return Uni.createFrom().failure(new IllegalStateException("No token is kept"));
    }

    @Override
    public Uni<Void> deleteTokens(RoutingContext context, OidcTenantConfig config, String tokenState,
            OidcRequestContext<Void> requestContext) {
        return Uni.createFrom().voidItem();
    }
}
