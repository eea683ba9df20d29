package nl.opkoers.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Tells a browser that is about to sign in from all others behind the same address, so that none of those can use up what it
 * may. A number that says nothing of anybody, signed, so that one that was made up counts as none (RFC 7515).
 */
@ApplicationScoped
public class BrowserMark {

    static final String COOKIE = "browser";

    /** What the code flow calls the cookies of those whom it sent out. */
    private static final String SENT_OUT = "q_auth_";
    private static final String PURPOSE = "browser ";
    private static final Duration LONG_ENOUGH_TO_SIGN_IN = Duration.ofMinutes(30);

    private final HmacKey key;
    private final boolean secure;

    BrowserMark(@ConfigProperty(name = "opkoers.session.secret") String secret,
            @ConfigProperty(name = "opkoers.session.secure") boolean secure) {
        this.key = new HmacKey((PURPOSE + secret).getBytes(StandardCharsets.UTF_8));
        this.secure = secure;
    }

    /** The number of this browser; empty when it has none of ours. */
    public Optional<String> of(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(COOKIE)).flatMap(cookie -> read(cookie.getValue()));
    }

    /** Whether this browser says that it is on its way to an issuer or back; the code flow refuses by itself what is forged of that. */
    public static boolean isSentOut(RoutingContext context) {
        return context.request().cookies().stream().anyMatch(cookie -> cookie.getName().startsWith(SENT_OUT));
    }

    /** Gives this browser a number, unless it has one: nobody begins anew by asking again. */
    void give(RoutingContext context, Entrance entrance) {
        if (of(context).isEmpty()) {
            context.response().addCookie(cookie(sign(UUID.randomUUID().toString()), entrance)
                    .setMaxAge(LONG_ENOUGH_TO_SIGN_IN.toSeconds()));
        }
    }

    /** Takes it away from who has signed in. */
    void take(RoutingContext context, Entrance entrance) {
        if (context.request().getCookie(COOKIE) != null) {
            context.response().addCookie(cookie("", entrance).setMaxAge(0));
        }
    }

    private Cookie cookie(String value, Entrance entrance) {
        return Cookie.cookie(COOKIE, value).setPath(entrance.getDoor()).setHttpOnly(true).setSecure(secure)
                .setSameSite(CookieSameSite.LAX);
    }

    private String sign(String number) {
        JsonWebSignature signature = signature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setPayload(number);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("The number of a browser cannot be signed", failure);
        }
    }

    private Optional<String> read(String value) {
        JsonWebSignature signature = signature();
        try {
            signature.setCompactSerialization(value);
            return signature.verifySignature() ? Optional.of(signature.getPayload()) : Optional.empty();
        } catch (JoseException | RuntimeException garbled) {
            // Who reads it stumbles over some in other ways.
            return Optional.empty();
        }
    }

    private JsonWebSignature signature() {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT,
                AlgorithmIdentifiers.HMAC_SHA256));
        signature.setKey(key);
        return signature;
    }
}
