package nl.opkoers.demo;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * The sign-in of the demo: two OpenID Connect issuers on this machine only, one for participants and one for staff, that
 * believe whoever presses a button.
 *
 * <p>The protocol is the library's. In front of it stand our page with a button per person and a stricter door: PKCE
 * and nonce are required, the client must know its secret, and nobody is sent anywhere but to the portal.
 */
public final class DemoIdentityProvider implements AutoCloseable {
    /** Where participants sign in, as they do at a DigiD broker. */
    static final String PARTICIPANTS = "opkoers";
    /** Where staff sign in, and the portal itself: the municipality's own directory. */
    static final String STAFF = "gemeente";
    private static final String HOST = "localhost";
    private static final String KEYS = "/mock-oauth2-server-keys-ec.json";

    private final LocalServer server;

    /**
     * @param port on 127.0.0.1; 0 takes a free one
     * @param audience of the access token that the portal gets for itself
     */
    record Settings(int port, String clientId, String clientSecret, String audience, PortalOrigin portal,
            List<SignInPerson> people) {
        /** Who can sign in at this issuer: staff or participants, and never both. */
        List<SignInPerson> peopleOf(String issuerId) {
            return people.stream().filter(person -> person.isStaff() == STAFF.equals(issuerId)).toList();
        }


        /** Without the secret. */
        @Override
        public String toString() {
            return clientId + " at port " + port;
        }
    }

    private DemoIdentityProvider(Settings settings) throws IOException {
        Route library = new OAuth2HttpRequestHandler(new OAuth2Config(true, null, null, false,
                new OAuth2TokenProvider(keys()), Set.of(new DemoTokens(PARTICIPANTS, settings.audience()),
                        new DemoTokens(STAFF, settings.audience()))))
                .getAuthorizationServer();
        Map<String, Door> doors = Map.of(PARTICIPANTS, door(PARTICIPANTS, settings, library), STAFF, door(STAFF, settings, library));
        this.server = new LocalServer(settings.port(), HOST, request -> PageResponses.secured(
                Optional.ofNullable(doors.get(request.getUrl().pathSegments().get(0))).map(door -> door.answer(request))
                        .orElseGet(PageResponses::notFound), settings.portal()));
    }

    /** Of the library's own, by which nothing can be kept safe: on an elliptic curve, as signing with RSA is most of what a sign-in costs. */
    private static KeyProvider keys() {
        return new KeyProvider(KeyProvider.Companion.keysFromFile(KEYS), JWSAlgorithm.ES256.getName());
    }

    private static Door door(String issuerId, Settings settings, Route library) {
        SignInPage page = new SignInPage(issuerId, new SignInTexts(), settings.peopleOf(issuerId));
        return new Door(issuerId,
                new AuthorizationEndpoint(settings, issuerId, page, library),
                new TokenEndpoint(settings, library),
                new LogoutEndpoint(settings.portal(), page, library),
                library);
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
        for (URI issuer : List.of(issuer(), staffIssuer())) {
            for (String path : List.of("/.well-known/openid-configuration", "/jwks")) {
                try (InputStream answer = URI.create(issuer + path).toURL().openStream()) {
                    answer.readAllBytes();
                }
            }
        }
    }

    /** The participants' issuer as tokens and discovery name it; no slash at the end. */
    public URI issuer() {
        return issuer(PARTICIPANTS, port());
    }

    /** The issuer of staff, and of the portal's own access tokens. */
    public URI staffIssuer() {
        return issuer(STAFF, port());
    }

    static URI issuer(String issuerId, int port) {
        return URI.create("http://" + HOST + ":" + port + "/" + issuerId);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Which part answers which address. What is not named here is not there, whatever the library offers beside it. */
    private record Door(String issuerId, AuthorizationEndpoint authorization, TokenEndpoint token, LogoutEndpoint logout,
            Route library) {
        OAuth2HttpResponse answer(OAuth2HttpRequest request) {
            return switch (request.getUrl().encodedPath().substring(issuerId.length() + 1)) {
                case "/.well-known/openid-configuration", "/jwks" -> library.invoke(request);
                case "/authorize" -> authorization.answer(request);
                case "/token" -> token.answer(request);
                case "/endsession" -> logout.answer(request);
                case "/sign-in.css" -> PageResponses.styles();
                default -> PageResponses.notFound();
            };
        }
    }
}
