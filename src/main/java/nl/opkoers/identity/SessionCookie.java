package nl.opkoers.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.opkoers.served.ServedMunicipalities;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;

/**
 * The session as a cookie: a JSON web encryption (RFC 7516, direct AES-256-GCM), so that any node can read it, nobody
 * else can, and a changed one is no session. Over HTTPS it is a {@code __Host-} cookie.
 */
@ApplicationScoped
public class SessionCookie {

    private static final String PERSON = "sub";
    private static final String MUNICIPALITY = "mun";
    private static final String ROLE = "role";
    private static final String NAME = "name";
    private static final String STARTED = "auth_time";
    private static final String SEEN = "iat";
    private static final String OWN = "jti";
    private static final String ISSUERS = "sid";
    private static final String SUBJECT = "whose";

    private final AesKey key;
    private final boolean secure;
    private final ServedMunicipalities served;

    SessionCookie(@ConfigProperty(name = "opkoers.session.secret") String secret,
            @ConfigProperty(name = "opkoers.session.secure") boolean secure,
            ServedMunicipalities served) {
        this.key = new AesKey(sha256(secret));
        this.secure = secure;
        this.served = served;
    }

    String name() {
        return secure ? "__Host-session" : "session";
    }

    /**
     * Sends the session along. The browser keeps it longer than it opens anything, which is judged here: by it, what somebody sends
     * from a page that was left open overnight is known to be theirs, and kept until they have signed in again.
     */
    public void write(RoutingContext context, Session session) {
        context.response().addCookie(cookie(encrypt(session)).setMaxAge(Session.LONGEST.plus(KeptForms.KEPT_FOR).toSeconds()));
    }

    /** Makes the browser forget the session. */
    public void clear(RoutingContext context) {
        context.response().addCookie(cookie("").setMaxAge(0));
    }

    /**
     * The session that came along, idle or not; empty when there is none or it was not made by us. One of another municipality is
     * none here either, though the same secret opens it: who somebody is there says nothing here.
     */
    Optional<Session> read(RoutingContext context) {
        Cookie cookie = context.request().getCookie(name());
        if (cookie == null || cookie.getValue().isBlank()) {
            return Optional.empty();
        }
        // Every transaction of a page asks this: it is decrypted once.
        String known = SessionCookie.class.getName() + " " + cookie.getValue();
        Optional<Session> before = context.get(known);
        Optional<Session> session = before != null ? before : decrypt(cookie.getValue()).filter(each -> isOf(context, each));
        context.put(known, session);
        return session;
    }

    private boolean isOf(RoutingContext context, Session session) {
        return served.of(context).filter(municipality -> municipality.code().equals(session.municipality())).isPresent();
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(name(), value).setPath("/").setHttpOnly(true).setSecure(secure).setSameSite(CookieSameSite.LAX);
    }

    String encrypt(Session session) {
        JwtClaims claims = new JwtClaims();
        claims.setClaim(PERSON, session.person());
        claims.setClaim(MUNICIPALITY, session.municipality());
        claims.setClaim(ROLE, session.role());
        put(claims, NAME, session.name());
        put(claims, OWN, session.marks().own());
        put(claims, ISSUERS, session.marks().issuers());
        put(claims, SUBJECT, session.marks().subject());
        claims.setClaim(STARTED, session.startedAt().getEpochSecond());
        claims.setIssuedAt(NumericDate.fromSeconds(session.seenAt().getEpochSecond()));
        JsonWebEncryption encryption = encryption();
        encryption.setPayload(claims.toJson());
        try {
            return encryption.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("The session cannot be encrypted", failure);
        }
    }

    private static void put(JwtClaims claims, String name, String value) {
        if (value != null) {
            claims.setClaim(name, value);
        }
    }

    Optional<Session> decrypt(String value) {
        JsonWebEncryption encryption = encryption();
        try {
            encryption.setCompactSerialization(value);
            return session(JwtClaims.parse(encryption.getPayload()));
        } catch (JoseException | InvalidJwtException | MalformedClaimException | RuntimeException garbled) {
            // Not ours, or from before the secret was renewed: as good as no session. Who reads it stumbles over some in other ways.
            return Optional.empty();
        }
    }

    /** Empty when something lacks, as in a session of another version of the portal. */
    private static Optional<Session> session(JwtClaims claims) throws MalformedClaimException {
        if (!List.of(MUNICIPALITY, PERSON, ROLE, STARTED, SEEN, OWN).stream().allMatch(claims::hasClaim)) {
            return Optional.empty();
        }
        return Optional.of(new Session(claims.getStringClaimValue(MUNICIPALITY), claims.getSubject(),
                claims.getStringClaimValue(ROLE), claims.getStringClaimValue(NAME),
                Instant.ofEpochSecond(claims.getClaimValue(STARTED, Long.class)),
                Instant.ofEpochSecond(claims.getClaimValue(SEEN, Long.class)), new SessionMarks(claims.getJwtId(),
                claims.getStringClaimValue(ISSUERS), claims.getStringClaimValue(SUBJECT))));
    }

    private JsonWebEncryption encryption() {
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmConstraints(new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT,
                KeyManagementAlgorithmIdentifiers.DIRECT));
        encryption.setContentEncryptionAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        encryption.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        encryption.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        encryption.setKey(key);
        return encryption;
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
