package nl.opkoers.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;

/** Sessions of people who never came by the sign-in page: for as many as a benchmark wants. */
public final class TestSessions {

    private TestSessions() {
    }

    /**
     * The value of the session cookie of an employee who signed in at this moment.
     *
     * @param role one of {@link Role}
     */
    public static String staff(String secret, String municipality, String employee, String role, String name, Instant at) {
        return new SessionCookie(secret, false, null).encrypt(new Session(municipality, employee, role, name, at, at));
    }

    /** The cookie, by name and value, of a participant who signed in just now at a portal with this secret. */
    public static String cookie(String secret, String municipality, String participant) {
        Instant now = Instant.now();
        SessionCookie cookie = new SessionCookie(secret, false, null);
        return cookie.name() + "=" + cookie.encrypt(new Session(municipality, participant, Role.PARTICIPANT, null, now, now));
    }

    /** All that is in the session cookie of a portal with this secret, as JSON. */
    static String claims(String secret, String value) {
        try {
            JsonWebEncryption encryption = new JsonWebEncryption();
            encryption.setKey(new AesKey(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8))));
            encryption.setCompactSerialization(value);
            return encryption.getPayload();
        } catch (JoseException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
