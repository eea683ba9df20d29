package nl.opkoers.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * The sign-in of the demo: an OpenID Connect provider on this machine only, that believes whoever presses a button.
 *
 * <p>The protocol is the library's. In front of it stand our page with a button per person and a stricter door: PKCE
 * and nonce are required, the client must know its secret, and nobody is sent anywhere but to the portal.
 */
public final class DemoIdentityProvider implements AutoCloseable {
    static final String ISSUER_ID = "opkoers";
    private static final String HOST = "localhost";

    private final LocalServer server;

    /**
     * @param port on 127.0.0.1; 0 takes a free one
     * @param audience of the access token that the portal gets for itself
     */
    record Settings(int port, String clientId, String clientSecret, String audience, PortalOrigin portal,
            List<SignInPerson> people) {
        /** Without the secret. */
        @Override
        public String toString() {
            return clientId + " at port " + port;
        }
    }

    private DemoIdentityProvider(Settings settings) throws IOException {
        Route library = new OAuth2HttpRequestHandler(new OAuth2Config(true, null, null, false,
                new OAuth2TokenProvider(), Set.of(new DemoTokens(ISSUER_ID, settings.audience()))))
                .getAuthorizationServer();
        SignInPage page = new SignInPage(new SignInTexts(), settings.people());
        Door door = new Door(
                new AuthorizationEndpoint(settings, page, library),
                new TokenEndpoint(settings, library),
                new LogoutEndpoint(settings.portal(), page, library),
                library, settings.portal());
        this.server = new LocalServer(settings.port(), HOST, door::answer);
    }

    /**
     * Starts it; returns once it answers.
     *
     * @throws DemoFailure if the port is taken
     */
    static DemoIdentityProvider start(Settings settings) {
        try {
            DemoIdentityProvider provider = new DemoIdentityProvider(settings);
            provider.warmUp();
            return provider;
        } catch (IOException failure) {
            throw new DemoFailure("The demo's sign-in does not start on port " + settings.port() + ".", failure);
        }
    }

    /** Its first answers make a key and take longer than the portal is willing to wait: here they cost nobody. */
    private void warmUp() throws IOException {
        for (String path : List.of("/.well-known/openid-configuration", "/jwks")) {
            try (InputStream answer = URI.create(issuer() + path).toURL().openStream()) {
                answer.readAllBytes();
            }
        }
    }

    /** The issuer as tokens and discovery name it; no slash at the end. */
    public URI issuer() {
        return issuer(port());
    }

    static URI issuer(int port) {
        return URI.create("http://" + HOST + ":" + port + "/" + ISSUER_ID);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Which part answers which address. What is not named here is not there, whatever the library offers beside it. */
    private record Door(AuthorizationEndpoint authorization, TokenEndpoint token, LogoutEndpoint logout,
            Route library, PortalOrigin portal) {
        OAuth2HttpResponse answer(OAuth2HttpRequest request) {
            return PageResponses.secured(choose(request), portal);
        }

        private OAuth2HttpResponse choose(OAuth2HttpRequest request) {
            return switch (request.getUrl().encodedPath()) {
                case "/opkoers/.well-known/openid-configuration", "/opkoers/jwks" -> library.invoke(request);
                case "/opkoers/authorize" -> authorization.answer(request);
                case "/opkoers/token" -> token.answer(request);
                case "/opkoers/endsession" -> logout.answer(request);
                case "/opkoers/sign-in.css" -> PageResponses.styles();
                default -> PageResponses.notFound();
            };
        }
    }
}
