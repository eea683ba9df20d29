package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

/**
 * Decides whether a call comes with a good access token: signed by the issuer, not expired, meant for us.
 *
 * <p>The issuer's keys are looked up at the first call and kept; an unknown key makes them be fetched again, at most
 * once in {@link #REFETCH_PAUSE_MILLIS}, so that bad tokens cannot be turned into a flood on the issuer.
 */
final class TokenCheck {

    /** The outcome for one call. */
    enum Verdict { ACCEPTED, MISSING, INVALID, NOT_FOR_US, ISSUER_UNREACHABLE }

    private static final String BEARER = "Bearer ";
    private static final long REFETCH_PAUSE_MILLIS = 2_000;
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAXIMUM_BYTES = 100_000;
    private static final int MOST_REMEMBERED = 100;

    private final URI issuer;
    private final String audience;
    private final Clock clock;
    /** Until when each holds: a portal brings the same one for minutes, and to check a signature takes longer than many an answer. */
    private final Map<String, Date> accepted = new ConcurrentHashMap<>();
    private volatile DefaultJWTProcessor<SecurityContext> processor;

    TokenCheck(Settings settings) {
        this.issuer = settings.issuer();
        this.audience = settings.audience();
        this.clock = settings.clock();
    }

    /** Blocks while the issuer's keys are fetched. */
    Verdict check(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Verdict.MISSING;
        }
        String token = authorization.substring(BEARER.length()).strip();
        return isRemembered(token) ? Verdict.ACCEPTED : checked(token);
    }

    private boolean isRemembered(String token) {
        Date until = accepted.get(token);
        return until != null && until.after(now());
    }

    private Verdict checked(String token) {
        try {
            JWTClaimsSet claims = processor().process(token, null);
            if (!isForUs(claims)) {
                return Verdict.NOT_FOR_US;
            }
            remember(token, claims.getExpirationTime());
            return Verdict.ACCEPTED;
        } catch (ParseException | BadJOSEException | RateLimitReachedException e) {
            return Verdict.INVALID;
        } catch (KeySourceException | IOException e) {
            return Verdict.ISSUER_UNREACHABLE;
        } catch (JOSEException e) {
            return Verdict.INVALID;
        }
    }

    private void remember(String token, Date until) {
        if (accepted.size() >= MOST_REMEMBERED) {
            accepted.clear();
        }
        accepted.put(token, until);
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private boolean isForUs(JWTClaimsSet claims) throws ParseException {
        String scope = claims.getStringClaim("scope");
        return claims.getAudience().contains(audience)
                || scope != null && List.of(scope.split(" ")).contains(audience);
    }

    private DefaultJWTProcessor<SecurityContext> processor() throws IOException {
        DefaultJWTProcessor<SecurityContext> known = processor;
        if (known == null) {
            known = discover();
            processor = known;
        }
        return known;
    }

    private DefaultJWTProcessor<SecurityContext> discover() throws IOException {
        DefaultResourceRetriever retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAXIMUM_BYTES);
        URL keys = keysOf(retriever.retrieveResource(new URL(issuer + "/.well-known/openid-configuration")).getContent());
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(keys, retriever)
                .rateLimited(REFETCH_PAUSE_MILLIS)
                .build();
        DefaultJWTProcessor<SecurityContext> discovered = new DefaultJWTProcessor<>();
        discovered.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        discovered.setJWSKeySelector(new JWSVerificationKeySelector<>(asymmetric(), source));
        discovered.setJWTClaimsSetVerifier(claims());
        return discovered;
    }

    private URL keysOf(String configuration) throws IOException {
        try {
            return JSONObjectUtils.getURI(JSONObjectUtils.parse(configuration), "jwks_uri").toURL();
        } catch (ParseException | RuntimeException e) {
            throw new IOException("The issuer's configuration has no usable jwks_uri", e);
        }
    }

    /** Never a shared secret, never "none". */
    private static Set<JWSAlgorithm> asymmetric() {
        return Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims() {
        JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(issuer.toString()).build();
        return new DefaultJWTClaimsVerifier<>(exact, Set.of("exp")) {
            @Override
            protected Date currentTime() {
                return now();
            }
        };
    }
}
