package nl.opkoers.signin;

import static nl.opkoers.signin.KeycloakWorld.MIDDEN;
import static nl.opkoers.signin.KeycloakWorld.PARTICIPANTS;
import static nl.opkoers.signin.KeycloakWorld.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;

/** What the issuers' tokens tell of somebody, and what becomes of it. */
abstract class Tokens {

    private final KeycloakWorld world;

    Tokens(KeycloakWorld world) {
        this.world = world;
    }

    @Test
    void theNumberIsInTheIdTokenOnlyAndTheSubjectIsOfThisClientAlone() {
        String bsn = KeycloakWorld.member("z-tigrinya").bsn();
        world.keycloak.send("POST", "/admin/realms/opkoers/clients", otherClient());

        JsonObject ours = tokens("opkoers-portal", Keycloak.PARTICIPANTS_SECRET, world.first.base() + "/sign-in/callback");
        JsonObject others = tokens("another", "secret-of-another-client", "https://other.example/callback");

        JsonObject id = claims(ours.getString("id_token"));
        assertEquals(bsn, id.getString("bsn"));
        assertEquals(MIDDEN, id.getString("acr"));
        assertFalse(claims(ours.getString("access_token")).encode().contains(bsn), "an access token goes to others");
        assertFalse(world.keycloak.userInfo(PARTICIPANTS, ours.getString("access_token")).encode().contains(bsn));
        assertFalse(ours.containsKey("refresh_token"), "nothing is to be renewed");
        assertNotEquals(id.getString("sub"), claims(others.getString("id_token")).getString("sub"));
        assertNotEquals(world.idOf("z-tigrinya"), id.getString("sub"));
    }

    @Test
    void aNumberIsKeptNowhere() {
        String bsn = KeycloakWorld.member("g-turkish-z").bsn();
        Portal hatice = world.signedIn("g-turkish-z", Language.TR);
        hatice.get("/plan");

        assertTrue(world.database.everything().stream().noneMatch(row -> row.contains(bsn)), "a row holds it");
        assertFalse(world.first.output().contains(bsn), "the log holds it");
        hatice.answers().stream().filter(answer -> answer.address().toString().startsWith(world.first.base()))
                .forEach(answer -> assertFalse((answer.address() + answer.headers().toString() + answer.body()).contains(bsn), answer.path()));
        hatice.cookies().values().forEach(value -> assertFalse(value.contains("eyJ") && !value.startsWith("eyJ"), "a token in a cookie"));
    }

    @Test
    void theStaffsIssuerGivesThePortalATokenForTheMunicipalApi() {
        JsonObject token = claims(world.keycloak.tokens(STAFF, Map.of("grant_type", "client_credentials", "client_id", "opkoers-portal",
                "client_secret", Keycloak.STAFF_SECRET, "scope", "gemeente")).getString("access_token"));

        assertEquals("gemeente", token.getString("aud"));
        assertEquals(world.keycloak.issuer(STAFF), token.getString("iss"));
    }

    private JsonObject tokens(String client, String secret, String callback) {
        Portal selam = world.visitor(Language.NL);
        Answer page = selam.visit(URI.create(world.keycloak.issuer(PARTICIPANTS) + "/protocol/openid-connect/auth?"
                + Keycloak.form(Map.of("client_id", client, "response_type", "code", "scope", "openid", "redirect_uri", callback,
                        "code_challenge", KeycloakWorld.CHALLENGE, "code_challenge_method", "S256", "acr_values", MIDDEN))));
        String code = KeycloakWorld.query(URI.create(world.enter(selam, page, "z-tigrinya").location())).get("code");
        return world.keycloak.tokens(PARTICIPANTS, Map.of("grant_type", "authorization_code", "code", code, "client_id", client,
                "client_secret", secret, "redirect_uri", callback, "code_verifier", KeycloakWorld.VERIFIER));
    }

    /** As the portal's own, of somebody else. */
    private JsonObject otherClient() {
        JsonObject ours = new JsonArray(
                world.keycloak.send("GET", "/admin/realms/opkoers/clients?clientId=opkoers-portal", null)).getJsonObject(0);
        ours.remove("id");
        ours.getJsonArray("protocolMappers").forEach(mapper -> ((JsonObject) mapper).remove("id"));
        return ours.put("clientId", "another").put("secret", "secret-of-another-client")
                .put("redirectUris", new JsonArray().add("https://other.example/callback"));
    }

    private static JsonObject claims(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
