package nl.opkoers.demo;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;

/** Where the portal fetches tokens. The library trusts any client and skips PKCE when no verifier comes; we do not. */
final class TokenEndpoint {
    private static final Set<String> GRANTS = Set.of(GrantType.AUTHORIZATION_CODE.getValue(),
            GrantType.CLIENT_CREDENTIALS.getValue(), GrantType.REFRESH_TOKEN.getValue());

    private final DemoIdentityProvider.Settings settings;
    private final Route library;

    TokenEndpoint(DemoIdentityProvider.Settings settings, Route library) {
        this.settings = settings;
        this.library = library;
    }

    OAuth2HttpResponse answer(OAuth2HttpRequest request) {
        if (!request.getMethod().equals("POST")) {
            return PageResponses.notFound();
        }
        return lacking(request).map(PageResponses::error).orElseGet(() -> library.invoke(request));
    }

    private Optional<ErrorObject> lacking(OAuth2HttpRequest request) {
        Map<String, String> form = request.getFormParameters().getMap();
        String grant = form.getOrDefault("grant_type", "");
        if (!GRANTS.contains(grant)) {
            return Optional.of(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
        if (!isPortal(request)) {
            return Optional.of(OAuth2Error.INVALID_CLIENT);
        }
        boolean unproven = grant.equals(GrantType.AUTHORIZATION_CODE.getValue()) && !form.containsKey("code_verifier");
        return unproven ? Optional.of(OAuth2Error.INVALID_GRANT) : Optional.empty();
    }

    private boolean isPortal(OAuth2HttpRequest request) {
        try {
            ClientAuthentication client = ClientAuthentication.parse(request.asNimbusHTTPRequest());
            return client instanceof PlainClientSecret secret
                    && settings.clientId().equals(client.getClientID().getValue())
                    && MessageDigest.isEqual(bytes(settings.clientSecret()), bytes(secret.getClientSecret().getValue()));
        } catch (ParseException unreadable) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
