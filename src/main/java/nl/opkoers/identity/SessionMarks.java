package nl.opkoers.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * By what a session can be ended before its time. Hashes, so that who reads them learns nothing of anybody.
 *
 * @param own     of this one session
 * @param issuers of the session at the identity provider in which it began; {@code null} when it told none
 * @param subject of whose it is there; {@code null} when that is not known
 */
public record SessionMarks(String own, String issuers, String subject) {

    /** Half of a SHA-256: nobody finds two that are alike. */
    private static final int BYTES = 16;

    /** Of a session that began at no identity provider. */
    static SessionMarks alone() {
        return new SessionMarks(hash(UUID.randomUUID().toString()), null, null);
    }

    /**
     * @param issuer  whose words these are
     * @param session the claim {@code sid}; {@code null} when there is none
     * @param subject the claim {@code sub}
     */
    static SessionMarks of(String issuer, String session, String subject) {
        return new SessionMarks(alone().own(), session == null ? null : ofSession(issuer, session), ofSubject(issuer, subject));
    }

    static String ofSession(String issuer, String session) {
        return hash(issuer + "\nsid\n" + session);
    }

    static String ofSubject(String issuer, String subject) {
        return hash(issuer + "\nsub\n" + subject);
    }

    /** Of a message of an identity provider, by the claim {@code jti}, so that it counts once. */
    static String ofMessage(String issuer, String message) {
        return hash(issuer + "\njti\n" + message);
    }

    Stream<String> all() {
        return Stream.of(own, issuers, subject).filter(Objects::nonNull);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
