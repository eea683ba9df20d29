package nl.opkoers.demo;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What stands in every token of the demo: as little as possible.
 *
 * <p>Only the token that the portal gets for itself opens the municipal API; one that came from a person's sign-in
 * does not.
 */
record DemoTokens(String issuerId, String audience) implements OAuth2TokenCallback {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    @Override
    public String subject(TokenRequest request) {
        return clientId(request);
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        boolean forItself = GrantType.CLIENT_CREDENTIALS.equals(request.getAuthorizationGrant().getType());
        return List.of(forItself ? audience : clientId(request));
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        return Map.of();
    }

    @Override
    public long tokenExpiry() {
        return LIFETIME.toSeconds();
    }

    private static String clientId(TokenRequest request) {
        return request.getClientAuthentication().getClientID().getValue();
    }
}
