package nl.opkoers.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import nl.opkoers.served.Issuer;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** Reads what an identity provider says when it has ended a session (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6). */
@ApplicationScoped
class LogoutTokens {

    private static final Pattern SIGNED = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration FRESH = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Keys are not fetched more often, whatever key a forged token names. */
    private static final Duration KEYS_HOLD = Duration.ofMinutes(1);

    /**
     * @param session by what the session is known that has ended; without the claim {@code sid} those of the subject
     * @param message by what this message is known
     */
    record Ended(String session, String message) {
    }

    private final Issuers issuers;
    private final Map<Issuer, JwtConsumer> readers = new ConcurrentHashMap<>();

    LogoutTokens(Issuers issuers) {
        this.issuers = issuers;
    }

    /** Whether it looks like something signed at all (RFC 7515, section 7.1): nothing else is worth any work. */
    static boolean looksSigned(String token) {
        return token != null && SIGNED.matcher(token).matches();
    }

    /**
     * @throws InvalidJwtException when the token is not this issuer's, not for the portal, not fresh, or says something else
     * @throws Issuers.Away        when that issuer was not reached yet
     */
    Ended read(Entrance entrance, String token) throws InvalidJwtException, MalformedClaimException {
        return ended(reader(entrance).processToClaims(token));
    }

    private JwtConsumer reader(Entrance entrance) {
        return readers.computeIfAbsent(issuers.here(entrance),
                issuer -> reader(issuers.name(entrance), issuer.clientId(), keys(issuers.keys(entrance))));
    }

    static JwtConsumer reader(String issuer, String audience, VerificationKeyResolver keys) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireJwtId()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions((int) FRESH.toSeconds(), (int) FRESH.toSeconds())
                .registerValidator(LogoutTokens::fault)
                .build();
    }

    static Ended ended(JwtClaims claims) throws MalformedClaimException {
        String session = claims.getStringClaimValue("sid");
        String issuer = claims.getIssuer();
        return new Ended(session == null ? SessionMarks.ofSubject(issuer, claims.getSubject()) : SessionMarks.ofSession(issuer, session),
                SessionMarks.ofMessage(issuer, claims.getJwtId()));
    }

    /** An ID token of the same issuer is no logout token: that has an event, and never a nonce. */
    private static String fault(JwtContext token) {
        JwtClaims claims = token.getJwtClaims();
        if (!(claims.getClaimValue("events") instanceof Map<?, ?> events) || !(events.get(EVENT) instanceof Map)) {
            return "no logout";
        }
        if (claims.hasClaim("nonce")) {
            return "a nonce";
        }
        return claims.hasClaim("sid") || claims.hasClaim("sub") ? null : "nobody's";
    }

    private static VerificationKeyResolver keys(String address) {
        Get get = new Get();
        get.setConnectTimeout((int) PATIENCE.toMillis());
        get.setReadTimeout((int) PATIENCE.toMillis());
        HttpsJwks keys = new HttpsJwks(address);
        keys.setSimpleHttpGet(get);
        keys.setRefreshReprieveThreshold(KEYS_HOLD.toMillis());
        return new HttpsJwksVerificationKeyResolver(keys);
    }
}
