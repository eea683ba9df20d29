package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an identity provider says of a session that it ended, and what only looks like it. */
class LogoutTokensTest {

    private static final String ISSUER = "https://broker.example";
    private static final RsaJsonWebKey KEY = key();

    static Stream<Arguments> others() {
        return Stream.of(
                other("of another issuer", claims -> claims.setIssuer("https://directory.example")),
                other("for another client", claims -> claims.setAudience("another")),
                other("an ID token", claims -> claims.unsetClaim("events")),
                other("another event", claims -> claims.setClaim("events", Map.of("http://example.org/other", Map.of()))),
                other("an event that is no object", claims -> claims.setClaim("events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", "yes"))),
                other("with a nonce, as ID tokens have", claims -> claims.setClaim("nonce", "n")),
                other("of nobody", claims -> {
                    claims.unsetClaim("sid");
                    claims.unsetClaim("sub");
                }),
                other("not to be told from one before", claims -> claims.unsetClaim("jti")),
                other("of no time", claims -> claims.unsetClaim("iat")),
                other("of long ago", claims -> claims.setIssuedAt(minutesAgo(10))),
                other("of later", claims -> claims.setIssuedAt(minutesAgo(-10))),
                other("over", claims -> claims.setExpirationTime(minutesAgo(1))));
    }

    @Test
    void oneSessionIsEndedOrAllOfSomebody() throws Exception {
        JwtClaims claims = claims();
        assertEquals(SessionMarks.ofSession(ISSUER, "session-1"), read(signed(claims, KEY)).session());

        claims.unsetClaim("sid");
        assertEquals(SessionMarks.ofSubject(ISSUER, "somebody"), read(signed(claims, KEY)).session());
        assertNotEquals(SessionMarks.ofSubject(ISSUER, "somebody"), SessionMarks.ofSubject("https://directory.example", "somebody"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void whatIsNotSaidSoEndsNothing(String what, Consumer<JwtClaims> change) throws Exception {
        JwtClaims claims = claims();
        change.accept(claims);
        String token = signed(claims, KEY);

        assertThrows(InvalidJwtException.class, () -> read(token));
    }

    @Test
    void whatCannotBeATokenIsNotLookedAt() throws Exception {
        assertTrue(LogoutTokens.looksSigned(signed(claims(), KEY)));
        for (String junk : new String[] {null, "", "..", "a.b", "a.b.c.d", "a.b.", "ሰ.b.c", "a.b.c\n"}) {
            assertFalse(LogoutTokens.looksSigned(junk), junk);
        }
    }

    @Test
    void whatIsNotSignedByTheIssuerEndsNothing() throws Exception {
        String others = signed(claims(), key());
        assertThrows(InvalidJwtException.class, () -> read(others));

        JsonWebSignature unsigned = new JsonWebSignature();
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        unsigned.setPayload(claims().toJson());
        String nobodys = unsigned.getCompactSerialization();
        assertThrows(InvalidJwtException.class, () -> read(nobodys));
    }

    private static LogoutTokens.Ended read(String token) throws Exception {
        return LogoutTokens.ended(LogoutTokens.reader(ISSUER, "portal", (signature, nested) -> KEY.getKey()).processToClaims(token));
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("portal");
        claims.setSubject("somebody");
        claims.setClaim("sid", "session-1");
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(2);
        claims.setClaim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return claims;
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        return signature.getCompactSerialization();
    }

    private static Arguments other(String what, Consumer<JwtClaims> change) {
        return Arguments.of(what, change);
    }

    private static NumericDate minutesAgo(int minutes) {
        NumericDate then = NumericDate.now();
        then.addSeconds(-60L * minutes);
        return then;
    }

    private static RsaJsonWebKey key() {
        try {
            return RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
